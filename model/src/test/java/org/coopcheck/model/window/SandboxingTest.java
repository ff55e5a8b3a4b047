package org.coopcheck.model.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.C;
import static org.coopcheck.model.scenario.Story.HTML;

import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** Section 6.5 of the digest of HTML. */
class SandboxingTest {
  private static final String SCRIPTS = "allow-scripts allow-popups";

  /** A page with a sandboxed frame, which has a frame, next to another one. */
  @Data
  Iterable<Tuple3<String, String, Boolean>> targets() {
    return Table.of( // sandbox of f, whom f navigates, whether it may
        Tuple.of(SCRIPTS, "f", true),
        Tuple.of(SCRIPTS, "inner", true),
        Tuple.of(SCRIPTS, "w", false),
        Tuple.of(SCRIPTS + " allow-top-navigation", "w", true),
        Tuple.of(SCRIPTS + " allow-top-navigation-by-user-activation", "w", true));
  }

  @Property
  @FromData("targets")
  void a_sandboxed_frame_navigates_only_itself_its_frames_and_what_a_keyword_allows(
      @ForAll String sandbox, @ForAll String target, @ForAll boolean may) {
    var story =
        HTML.userOpens("w", A).framesSandboxed("w", "f", B, sandbox).frames("f", "inner", B);
    var ending = target.equals("f") ? story.goes("f", C) : story.navigates("f", target, C);
    assertThat(ending.ending().isAllowed()).isEqualTo(may);
    assertThat(ending.ending().url(target).equals(C)).isEqualTo(may);
  }

  @Example
  void a_sandboxed_frame_navigates_no_sibling() {
    var story =
        HTML.userOpens("w", A)
            .framesSandboxed("w", "f", A, SCRIPTS + " allow-same-origin")
            .frames("w", "sibling", A)
            .names("sibling", "n")
            .finds("f", "n");
    assertThat(story.navigates("f", "sibling", C).ending().isAllowed()).isFalse();
    var unsandboxed =
        HTML.userOpens("w", A)
            .frames("w", "f", A)
            .frames("w", "sibling", A)
            .names("sibling", "n")
            .finds("f", "n");
    assertThat(unsandboxed.navigates("f", "sibling", C).ending().isAllowed()).isTrue();
  }

  @Example
  void a_frame_may_navigate_an_ancestor_that_is_not_the_top() {
    var story =
        HTML.userOpens("w", A)
            .frames("w", "f", B)
            .framesSandboxed("f", "inner", B, SCRIPTS)
            .navigates("inner", "f", C);
    assertThat(story.ending().isAllowed()).isTrue();
  }

  @Example
  void only_its_opener_may_navigate_the_popup_of_a_sandboxed_frame() {
    var story =
        HTML.userOpens("w", A)
            .framesSandboxed("w", "f", A, SCRIPTS + " allow-same-origin")
            .framesSandboxed("w", "g", A, SCRIPTS + " allow-same-origin")
            .opens("f", "popup", A + "2")
            .names("popup", "n")
            .finds("g", "n");
    assertThat(story.ending().chosen()).isEqualTo("popup");
    assertThat(story.navigates("f", "popup", A + "3").ending().isAllowed()).isTrue();
    assertThat(story.navigates("g", "popup", A + "3").ending().isAllowed()).isFalse();
  }

  @Example
  void a_popup_that_takes_flags_along_navigates_no_opener() {
    var story =
        HTML.userOpens("w", A).framesSandboxed("w", "f", B, SCRIPTS).opens("f", "popup", B + "2");
    assertThat(story.navigates("popup", "f", C).ending().isAllowed()).isFalse();
    assertThat(
            HTML.userOpens("w", A)
                .opens("w", "popup", B)
                .navigates("popup", "w", C)
                .ending()
                .isAllowed())
        .isTrue();
  }

  @Example
  void without_scripts_nothing_can_be_done() {
    var story =
        HTML.userOpens("w", A).framesSandboxed("w", "f", A, "allow-same-origin allow-popups");
    assertThat(story.scripts("f", "w").ending().isAllowed()).isFalse();
    assertThat(story.names("f", "n").ending().isAllowed()).isFalse();
    assertThat(story.writesInto("f", "w").ending().isAllowed()).isFalse();
    assertThat(story.navigates("f", "w", C).ending().isAllowed()).isFalse();
  }

  @Example
  void a_window_that_nobody_could_put_a_script_into_does_nothing() {
    var noopener = HTML.userOpens("w", A).opens("w", "popup", "", "_blank", "noopener");
    assertThat(noopener.opens("popup", "second").ending().isThere("second")).isFalse();
    var auxiliary = HTML.userOpens("w", A).opens("w", "popup");
    assertThat(auxiliary.opens("popup", "second").ending().isThere("second")).isTrue();
  }
}
