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
import net.jqwik.api.Tuple.Tuple5;
import org.coopcheck.model.scenario.Ending;
import org.coopcheck.model.scenario.Story;

/** Sections 6.3 and 6.4 of the digest of HTML. */
class NamesTest {

  // Finding.

  @Example
  void a_name_is_found_in_the_page_first_and_then_in_its_group() {
    var story =
        HTML.userOpens("w", A)
            .opens("w", "popup", A + "2")
            .names("popup", "n")
            .frames("w", "f", B)
            .frames("f", "g", C);
    assertThat(story.finds("w", "n").ending().chosen()).isEqualTo("popup");
    assertThat(story.finds("f", "n").ending().chosen()).isEqualTo("popup");
    assertThat(story.finds("g", "n").ending().chosen()).isEqualTo("popup");
    assertThat(story.names("g", "n").finds("w", "n").ending().chosen()).isEqualTo("g");
  }

  @Example
  void of_two_windows_with_a_name_the_older_one_is_found_whatever_they_are_called() {
    for (String[] labels : new String[][] {{"x", "y"}, {"y", "x"}}) {
      var ending =
          HTML.userOpens("w", A)
              .opens("w", labels[0], A + "2")
              .opens("w", labels[1], A + "3")
              .names(labels[0], "n")
              .names(labels[1], "n")
              .finds("w", "n")
              .ending();
      assertThat(ending.chosen()).isEqualTo(labels[0]);
    }
  }

  @Example
  void of_two_frames_with_a_name_the_first_in_tree_order_is_found_whatever_they_are_called() {
    for (String[] labels : new String[][] {{"x", "y"}, {"y", "x"}}) {
      var ending =
          HTML.userOpens("w", A)
              .frames("w", labels[0], B)
              .frames("w", labels[1], C)
              .names(labels[0], "n")
              .names(labels[1], "n")
              .finds("w", "n")
              .ending();
      assertThat(ending.chosen()).isEqualTo(labels[0]);
    }
  }

  @Example
  void a_window_finds_itself_by_its_name() {
    assertThat(HTML.userOpens("w", A).names("w", "n").finds("w", "n").ending().chosen())
        .isEqualTo("w");
  }

  @Example
  void names_are_compared_by_case() {
    assertThat(HTML.userOpens("w", A).names("w", "n").finds("w", "N").ending().chosen())
        .isEqualTo("null");
  }

  @Example
  void a_window_of_another_group_is_never_found() {
    var ending =
        HTML.userOpens("w", A).opens("w", "popup", "", "n", "noopener").finds("w", "n").ending();
    assertThat(ending.name("popup")).isEqualTo("n");
    assertThat(ending.chosen()).isEqualTo("null");
  }

  @Example
  void a_window_that_is_found_gives_a_handle_and_has_the_finder_as_its_opener() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", A + "2")
            .opens("w", "second", A + "3")
            .names("second", "n")
            .finds("popup", "n")
            .ending();
    assertThat(ending.chosen()).isEqualTo("second");
    assertThat(ending.hasHandle("popup", "second")).isTrue();
    assertThat(ending.opener("second")).isEqualTo("popup");
  }

  // Familiar.

  @Example
  void a_window_is_familiar_with_one_of_its_origin() {
    assertThat(familiar(HTML.userOpens("w", A).opens("w", "v", B).frames("v", "f", A), "w", "f"))
        .isTrue();
    assertThat(familiar(HTML.userOpens("w", A).opens("w", "v", B).frames("v", "f", C), "w", "f"))
        .isFalse();
  }

  @Example
  void a_frame_is_familiar_with_its_top_but_not_the_other_way_round() {
    var story = HTML.userOpens("w", A).frames("w", "f", B);
    assertThat(familiar(story, "f", "w")).isTrue();
    // Its ancestor is of the origin of the page.
    assertThat(familiar(story, "w", "f")).isTrue();
    var nested = HTML.userOpens("w", A).frames("w", "f", B).frames("f", "g", C);
    assertThat(familiar(nested, "g", "f")).isFalse();
    assertThat(familiar(nested, "f", "g")).isTrue();
    assertThat(familiar(nested, "w", "g")).isTrue();
  }

  @Example
  void an_opener_is_familiar_with_its_popups_and_their_popups_but_not_they_with_it() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B).opens("popup", "second", C);
    assertThat(familiar(story, "w", "popup")).isTrue();
    assertThat(familiar(story, "w", "second")).isTrue();
    assertThat(familiar(story, "popup", "w")).isFalse();
    assertThat(familiar(story, "second", "popup")).isFalse();
  }

  @Example
  void two_popups_of_one_opener_are_not_familiar() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B).opens("w", "second", C);
    assertThat(familiar(story, "popup", "second")).isFalse();
    assertThat(familiar(story, "second", "popup")).isFalse();
  }

  @Example
  void openers_in_a_circle_are_asked_once() {
    // Each is the opener of the other: found by name, a window gets the finder as its opener.
    var story =
        HTML.userOpens("w", A)
            .opens("w", "popup", A + "2")
            .opens("popup", "second", A + "3")
            .names("popup", "n")
            .finds("second", "n")
            .goes("popup", B)
            .goes("second", C);
    assertThat(story.ending().opener("popup")).isEqualTo("second");
    assertThat(story.ending().opener("second")).isEqualTo("popup");
    assertThat(familiar(story, "w", "popup")).isFalse();
  }

  private static boolean familiar(Story story, String a, String b) {
    Ending ending = story.ending();
    return Names.familiarWith(ending.world(), ending.browsingContext(a), ending.browsingContext(b));
  }

  @Example
  void a_window_that_is_not_familiar_is_not_found() {
    var story =
        HTML.userOpens("w", A).opens("w", "popup", B).opens("w", "second", C).names("second", "n");
    assertThat(story.finds("popup", "n").ending().chosen()).isEqualTo("null");
    assertThat(story.finds("w", "n").ending().chosen()).isEqualTo("second");
  }

  // Losing a name.

  @Data
  Iterable<Tuple5<String, String, Boolean, Boolean, Boolean>> navigations() {
    return Table.of( // first page, next page; name kept by default, by the letter, if it is sticky
        Tuple.of(A, A + "2", true, true, true),
        Tuple.of(A, B, false, false, true),
        Tuple.of(A, A + "same-origin", false, true, true),
        Tuple.of(A, B + "same-origin", false, false, true),
        Tuple.of(A + "same-origin", A + "same-origin", true, true, true));
  }

  @Property
  @FromData("navigations")
  void a_window_without_an_opener_loses_its_name_as_the_choice_says(
      @ForAll String first,
      @ForAll String next,
      @ForAll boolean byDefault,
      @ForAll boolean byTheLetter,
      @ForAll boolean sticky) {
    assertThat(keepsItsName("html", first, next)).isEqualTo(byDefault);
    assertThat(keepsItsName("html,name=standard", first, next)).isEqualTo(byTheLetter);
    assertThat(keepsItsName("html,name=sticky", first, next)).isEqualTo(sticky);
  }

  private static boolean keepsItsName(String variant, String first, String next) {
    return Story.under(variant)
        .userOpens("w", first)
        .names("w", "n")
        .goes("w", next)
        .ending()
        .name("w")
        .equals("n");
  }

  @Example
  void a_popup_with_its_opener_keeps_its_name_across_origins() {
    var story = HTML.userOpens("w", A).opens("w", "popup", B, "n", "");
    assertThat(story.goes("popup", C).ending().name("popup")).isEqualTo("n");
    assertThat(story.goes("popup", C + "same-origin").ending().name("popup")).isEmpty();
    assertThat(
            Story.under("html,name=standard")
                .userOpens("w", A)
                .opens("w", "popup", B, "n", "")
                .goes("popup", B + "same-origin")
                .ending()
                .name("popup"))
        .isEqualTo("n");
  }

  @Example
  void a_popup_whose_opener_is_gone_loses_its_name_like_any_window() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", B, "n", "")
            .userCloses("w")
            .goes("popup", C)
            .ending();
    assertThat(ending.name("popup")).isEmpty();
  }

  @Example
  void a_frame_keeps_its_name() {
    var ending = HTML.userOpens("w", A).frames("w", "f", B).names("f", "n").goes("f", C).ending();
    assertThat(ending.name("f")).isEqualTo("n");
  }

  @Example
  void a_switch_on_the_first_navigation_clears_the_name_too() {
    var ending = HTML.userOpens("w", A).opens("w", "popup", A + "same-origin", "n", "").ending();
    assertThat(ending.name("popup")).isEmpty();
  }
}
