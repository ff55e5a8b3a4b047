package org.coopcheck.model.window;

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
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.world.NavigableId;

/** Sections 6.1 and 6.2 of the digest of HTML. */
class AccessTest {
  /** A page with a cross-origin popup, which has two frames; one of them has a name. */
  private static final Story CROSS_ORIGIN =
      HTML.userOpens("w", A)
          .opens("w", "popup", B)
          .frames("popup", "f", B)
          .frames("popup", "g", C)
          .names("f", "framed")
          .names("g", "hidden");

  @Data
  Iterable<Tuple3<String, Boolean, Boolean>> properties() {
    return Table.of( // property, whether it can be read or called, whether it can be set
        Tuple.of("window", true, false),
        Tuple.of("self", true, false),
        Tuple.of("location", true, true),
        Tuple.of("close", true, false),
        Tuple.of("closed", true, false),
        Tuple.of("focus", true, false),
        Tuple.of("blur", true, false),
        Tuple.of("frames", true, false),
        Tuple.of("length", true, false),
        Tuple.of("top", true, false),
        Tuple.of("opener", true, false),
        Tuple.of("parent", true, false),
        Tuple.of("postMessage", true, false),
        Tuple.of("0", true, false),
        Tuple.of("1", true, false),
        Tuple.of("2", false, false),
        Tuple.of("then", true, false),
        Tuple.of("@@toStringTag", true, false),
        Tuple.of("@@hasInstance", true, false),
        Tuple.of("@@isConcatSpreadable", true, false),
        Tuple.of("@@iterator", false, false),
        Tuple.of("document", false, false),
        Tuple.of("name", false, false),
        Tuple.of("localStorage", false, false),
        Tuple.of("frameElement", false, false),
        Tuple.of("history", false, false),
        Tuple.of("", false, false));
  }

  @Property
  @FromData("properties")
  void a_cross_origin_window_lets_few_properties_through(
      @ForAll String property, @ForAll boolean isReadable, @ForAll boolean isSettable) {
    assertThat(CROSS_ORIGIN.uses("w", "popup", property).ending().isAllowed())
        .isEqualTo(isReadable);
    assertThat(CROSS_ORIGIN.sets("w", "popup", property, C).ending().isAllowed())
        .isEqualTo(isSettable);
  }

  @Property
  @FromData("properties")
  void a_same_origin_window_lets_everything_through(
      @ForAll String property, @ForAll boolean isReadable, @ForAll boolean isSettable) {
    var sameOrigin = HTML.userOpens("w", A).opens("w", "popup", A + "2");
    assertThat(sameOrigin.uses("w", "popup", property).ending().isAllowed()).isTrue();
    assertThat(sameOrigin.sets("w", "popup", property, C).ending().isAllowed()).isTrue();
  }

  @Example
  void the_names_of_cross_origin_accessible_properties_are_listed_sorted() {
    assertThat(Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES)
        .containsExactly(
            "blur",
            "close",
            "closed",
            "focus",
            "frames",
            "length",
            "location",
            "opener",
            "parent",
            "postMessage",
            "self",
            "top",
            "window");
  }

  @Example
  void a_named_frame_can_be_reached_by_its_name_if_it_is_same_origin_with_its_page() {
    assertThat(CROSS_ORIGIN.uses("w", "popup", "framed").ending().isAllowed()).isTrue();
    assertThat(CROSS_ORIGIN.uses("w", "popup", "hidden").ending().isAllowed()).isFalse();
    assertThat(CROSS_ORIGIN.uses("w", "popup", "unknown").ending().isAllowed()).isFalse();
  }

  @Example
  void setting_location_navigates_and_is_compared_like_any_navigation() {
    var ending = CROSS_ORIGIN.sets("w", "popup", "location", C).ending();
    assertThat(ending.url("popup")).isEqualTo(C);
    assertThat(ending.areConnected("w", "popup")).isTrue();
    var cut = CROSS_ORIGIN.sets("w", "popup", "location", C + "same-origin").ending();
    assertThat(cut.isClosed("w", "popup")).isTrue();
  }

  @Example
  void a_location_is_resolved_against_the_document_that_sets_it() {
    var ending = CROSS_ORIGIN.sets("w", "popup", "location", "/2").ending();
    assertThat(ending.url("popup")).isEqualTo(A + "2");
  }

  @Data
  Iterable<Tuple2<String, Boolean>> origins() {
    return Table.of( // the popup's page, whether its DOM can be used
        Tuple.of(A + "2", true),
        Tuple.of(B, false),
        Tuple.of(SUB_A, false),
        Tuple.of("https://a.example:8443/", false),
        Tuple.of("http://a.example/", false));
  }

  @Property
  @FromData("origins")
  void only_a_same_origin_window_can_be_scripted(
      @ForAll String popup, @ForAll boolean isScriptable) {
    var story = HTML.userOpens("w", A).opens("w", "popup", popup);
    assertThat(story.scripts("w", "popup").ending().isAllowed()).isEqualTo(isScriptable);
    assertThat(story.scripts("popup", "w").ending().isAllowed()).isEqualTo(isScriptable);
  }

  @Example
  void two_opaque_origins_are_same_origin_only_if_they_are_one() {
    var story =
        HTML.userOpens("w", A)
            .framesSandboxed("w", "f", A, "allow-scripts")
            .frames("f", "g", "about:srcdoc");
    assertThat(story.scripts("w", "f").ending().isAllowed()).isFalse();
    assertThat(story.scripts("f", "g").ending().isAllowed()).isFalse();
  }

  // After a switch.

  @Example
  void of_a_window_that_left_only_closed_can_be_read() {
    var story = HTML.userOpens("w", A).opens("w", "popup", A + "same-origin");
    assertThat(story.uses("w", "popup", "closed").ending().isAllowed()).isTrue();
    for (String property : new String[] {"location", "postMessage", "document"}) {
      assertThat(story.uses("w", "popup", property).ending().isAllowed()).isFalse();
    }
    assertThat(story.scripts("w", "popup").ending().isAllowed()).isFalse();
    assertThat(story.sets("w", "popup", "location", A).ending().url("popup"))
        .isEqualTo(A + "same-origin");
    assertThat(story.navigates("w", "popup", A).ending().isAllowed()).isFalse();
  }

  @Example
  void a_closed_window_reads_closed() {
    var ending = HTML.userOpens("w", A).opens("w", "popup", B).userCloses("popup").ending();
    assertThat(ending.isThere("popup")).isFalse();
    assertThat(ending.isClosed("w", "popup")).isTrue();
  }

  @Example
  void a_window_without_a_handle_cannot_be_used() {
    var story = HTML.userOpens("w", A).userOpens("v", A);
    assertThat(story.uses("w", "v", "closed").ending().isAllowed()).isFalse();
    assertThat(story.scripts("w", "v").ending().isAllowed()).isFalse();
    assertThat(story.navigates("w", "v", B).ending().isAllowed()).isFalse();
  }

  // Where handles come from.

  @Example
  void parent_top_frames_and_opener_are_handles() {
    var ending =
        HTML.userOpens("w", A)
            .frames("w", "f", B)
            .frames("f", "g", C)
            .opens("w", "popup", B)
            .ending();
    assertThat(ending.hasHandle("g", "f")).isTrue();
    assertThat(ending.hasHandle("g", "w")).isTrue();
    assertThat(ending.hasHandle("w", "f")).isTrue();
    assertThat(ending.hasHandle("popup", "w")).isTrue();
    assertThat(ending.hasHandle("w", "g")).isFalse();
    assertThat(ending.hasHandle("f", "popup")).isFalse();
  }

  @Example
  void a_handle_can_be_read_in_a_document_that_can_be_scripted() {
    var story =
        HTML.userOpens("w", A)
            .opens("w", "same", A + "2")
            .opens("w", "cross", B)
            .opens("same", "popup", C)
            .opens("cross", "hidden", C);
    assertThat(story.usesThrough("w", "same", "popup", "closed").ending().isAllowed()).isTrue();
    assertThat(story.usesThrough("w", "cross", "hidden", "closed").ending().isAllowed()).isFalse();
  }

  @Example
  void handles_go_with_the_document_that_got_them() {
    var ending = HTML.userOpens("w", A).opens("w", "popup", B).goes("w", A + "2").ending();
    assertThat(ending.hasHandle("w", "popup")).isFalse();
    assertThat(ending.opener("popup")).isEqualTo("w");
  }

  @Example
  void a_window_that_sets_its_opener_to_null_has_none() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", A + "2")
            .sets("popup", "popup", "opener", "null")
            .ending();
    assertThat(ending.opener("popup")).isEqualTo("null");
    assertThat(ending.isClosed("w", "popup")).isFalse();
  }

  @Example
  void everything_that_can_be_read_on_the_way_can_be_reached() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", B)
            .frames("popup", "f", C)
            .opens("popup", "second", C)
            .userOpens("stranger", A)
            .ending();
    var fromSecond =
        Access.reachableFrom(ending.world(), ending.document("second"), ending.run().variant())
            .map(NavigableId::label);
    assertThat(fromSecond).containsExactly("f", "popup", "w");
    var fromStranger =
        Access.reachableFrom(ending.world(), ending.document("stranger"), ending.run().variant());
    assertThat(fromStranger).isEmpty();
  }
}
