package org.coopcheck.model.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.C;
import static org.coopcheck.model.scenario.Story.HTML;

import net.jqwik.api.Example;
import org.coopcheck.model.scenario.Story;

/** HTML's {@code window.close()}, and what a window that is gone leaves behind. */
class ClosingTest {

  @Example
  void the_user_closes_any_window_with_all_that_is_in_it() {
    var ending =
        HTML.userOpens("w", A).frames("w", "f", B).frames("f", "g", C).userCloses("w").ending();
    assertThat(ending.world().navigables()).isEmpty();
    assertThat(ending.world().documents()).isEmpty();
    assertThat(ending.world().browsingContexts()).isEmpty();
    assertThat(ending.world().groups()).isEmpty();
  }

  @Example
  void the_user_closes_no_frame() {
    var ending = HTML.userOpens("w", A).frames("w", "f", B).userCloses("f").ending();
    assertThat(ending.isThere("f")).isTrue();
  }

  @Example
  void a_group_lives_as_long_as_a_window_of_it() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B);
    var before = story.ending().group("popup");
    var ending = story.userCloses("w").ending();
    assertThat(ending.group("popup")).isEqualTo(before);
    assertThat(ending.opener("popup")).isEqualTo("null");
    assertThat(ending.isClosed("popup", "w")).isTrue();
  }

  @Example
  void an_opener_closes_its_popup() {
    var ending = HTML.userOpens("w", A).opens("w", "popup", B).closes("w", "popup").ending();
    assertThat(ending.isThere("popup")).isFalse();
  }

  @Example
  void a_popup_closes_itself() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", B)
            .goes("popup", C)
            .closesItself("popup")
            .ending();
    assertThat(ending.isThere("popup")).isFalse();
  }

  @Example
  void a_window_of_the_users_is_script_closable_until_it_has_a_history() {
    var story = HTML.userOpens("w", A);
    assertThat(story.closesItself("w").ending().isThere("w")).isFalse();
    assertThat(story.goes("w", B).closesItself("w").ending().isThere("w")).isTrue();
  }

  @Example
  void a_popup_stays_script_closable_when_it_switches_groups() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", B + "same-origin")
            .goes("popup", C)
            .closesItself("popup")
            .ending();
    assertThat(ending.isThere("popup")).isFalse();
  }

  @Example
  void a_window_that_left_cannot_be_closed_by_its_opener() {
    var ending =
        HTML.userOpens("w", A).opens("w", "popup", A + "same-origin").closes("w", "popup").ending();
    assertThat(ending.isThere("popup")).isTrue();
  }

  @Example
  void a_popup_does_not_close_an_opener_that_it_is_not_familiar_with() {
    var cross = HTML.userOpens("w", A).opens("w", "popup", B).closes("popup", "w");
    assertThat(cross.ending().isThere("w")).isTrue();
    var same = HTML.userOpens("w", A).opens("w", "popup", A + "2").closes("popup", "w");
    assertThat(same.ending().isThere("w")).isFalse();
  }

  @Example
  void no_script_closes_a_frame() {
    var ending = HTML.userOpens("w", A).frames("w", "f", A).closes("w", "f").ending();
    assertThat(ending.isThere("f")).isTrue();
  }

  @Example
  void nobody_closes_a_window_without_a_handle_on_it() {
    var ending = HTML.userOpens("w", A).userOpens("v", A).closes("w", "v").ending();
    assertThat(ending.isThere("v")).isTrue();
  }

  /** HTML: "given thisTraversable's active document", which is that of the window to be closed. */
  @Example
  void by_the_letter_the_sandboxing_of_the_closed_window_counts_and_not_of_the_one_that_closes() {
    var sandboxed = "allow-scripts allow-popups allow-same-origin";
    var closesItsTop =
        HTML.userOpens("w", A).framesSandboxed("w", "f", A, sandboxed).closes("f", "w");
    assertThat(closesItsTop.ending().isThere("w")).isFalse();
    var popup =
        HTML.userOpens("w", A)
            .framesSandboxed("w", "f", A, sandboxed)
            .opens("f", "popup", A + "2", "n", "")
            .finds("w", "n");
    assertThat(popup.closes("f", "popup").ending().isThere("popup")).isFalse();
    assertThat(popup.closes("w", "popup").ending().isThere("popup")).isTrue();
  }

  @Example
  void frames_go_with_the_document_that_contains_them() {
    var ending = HTML.userOpens("w", A).frames("w", "f", B).goes("w", A + "2").ending();
    assertThat(ending.isThere("f")).isFalse();
  }

  @Example
  void frames_come_back_with_a_document_that_history_kept() {
    var story =
        Story.under("html,traversal=restore").userOpens("w", A).frames("w", "f", B).goes("w", C);
    assertThat(story.ending().world().fullyActiveDocuments()).hasSize(1);
    assertThat(story.traverses("w", -1).ending().world().fullyActiveDocuments()).hasSize(2);
  }
}
