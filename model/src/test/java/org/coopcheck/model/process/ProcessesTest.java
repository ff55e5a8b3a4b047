package org.coopcheck.model.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.C;
import static org.coopcheck.model.scenario.Story.HTML;
import static org.coopcheck.model.scenario.Story.SUB_A;

import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/** Section 5 of the digest on groups and agents. */
class ProcessesTest {
  /** S001's basic case: a page with a frame and a popup of one other origin. */
  private static final Story BASIC =
      HTML.userOpens("page", A).frames("page", "frame", B).opens("page", "popup", B);

  /** Section 5.3, the rows about {@code html}. */
  @Data
  Iterable<Tuple3<Boolean, Boolean, String>> basicCase() {
    return Table.of( // oopif, page isolation, forced classes
        Tuple.of(false, true, "frame page popup"),
        Tuple.of(true, true, "page | frame popup"),
        Tuple.of(false, false, "frame page popup"),
        Tuple.of(true, false, "frame page popup"));
  }

  @Property
  @FromData("basicCase")
  void in_the_basic_case_the_forced_classes_are_as_the_table_says(
      @ForAll boolean oopif, @ForAll boolean pageIsolation, @ForAll String classes) {
    assertThat(classes(BASIC, oopif, pageIsolation)).isEqualTo(classes);
  }

  @Data
  Iterable<Tuple3<Boolean, Boolean, String>> cutOff() {
    return Table.of( // oopif, page isolation, forced classes
        Tuple.of(false, true, "frame page | popup"),
        Tuple.of(true, true, "page | frame | popup"),
        Tuple.of(false, false, "frame page | popup"),
        Tuple.of(true, false, "frame page | popup"));
  }

  /**
   * The table has {a top, b frame} and {b popup} "for every capability set"; where frames may live
   * apart from their page, M1 to M4 force nothing together.
   */
  @Property
  @FromData("cutOff")
  void a_popup_of_another_group_is_never_forced_together_with_the_page(
      @ForAll boolean oopif, @ForAll boolean pageIsolation, @ForAll String classes) {
    assertThat(classes(BASIC.goes("popup", B + "same-origin"), oopif, pageIsolation))
        .isEqualTo(classes);
  }

  // M1 to M3, one by one.

  @Example
  void an_agent_cluster_is_one_class_whatever_the_capabilities() {
    var story = HTML.userOpens("v", A).opens("v", "w", SUB_A);
    assertThat(classes(story, true, true)).isEqualTo("v w");
  }

  @Example
  void a_page_is_one_class_without_oopif() {
    var story = HTML.userOpens("v", A).frames("v", "f", B).frames("f", "g", C);
    assertThat(classes(story, false, true)).isEqualTo("f g v");
    assertThat(classes(story, true, true)).isEqualTo("v | f | g");
  }

  @Example
  void a_group_is_one_class_without_page_isolation() {
    var story = HTML.userOpens("v", A).opens("v", "w", B);
    assertThat(classes(story, true, false)).isEqualTo("v w");
    assertThat(classes(story, true, true)).isEqualTo("v | w");
  }

  @Example
  void windows_of_the_user_are_never_forced_together() {
    var story = HTML.userOpens("v", A).userOpens("w", A);
    assertThat(classes(story, false, false)).isEqualTo("v | w");
  }

  @Example
  void documents_are_forced_together_through_others() {
    // v shares its page with f, f its agent cluster with w.
    var story = HTML.userOpens("v", A).frames("v", "f", B).opens("v", "w", B);
    assertThat(classes(story, false, true)).isEqualTo("f v w");
  }

  @Example
  void a_document_that_history_keeps_needs_no_process() {
    var story = Story.under("html,traversal=restore").userOpens("v", A).goes("v", B);
    assertThat(classes(story, true, true)).isEqualTo("v");
  }

  private static String classes(Story story, boolean oopif, boolean pageIsolation) {
    return story
        .with(new Capabilities(oopif, pageIsolation, CrossOriginIsolationMode.CONCRETE))
        .ending()
        .forcedClasses()
        .map(labels -> labels.mkString(" "))
        .mkString(" | ");
  }
}
