package org.coopcheck.model.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.scenario.Story.A;
import static org.coopcheck.model.scenario.Story.B;
import static org.coopcheck.model.scenario.Story.C;
import static org.coopcheck.model.scenario.Story.HTML;

import net.jqwik.api.Example;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;

class ScenarioRunTest {

  @Example
  void answers_are_given_one_after_the_other_and_the_last_one_repeats() {
    var story =
        HTML.answering(
                A,
                Answer.Served.PLAIN,
                new Answer.Nothing(),
                new Answer.Served(200, HeaderList.of("Cross-Origin-Opener-Policy", "same-origin")))
            .userOpens("first", A)
            .userOpens("second", A)
            .userOpens("third", A)
            .userOpens("fourth", A);
    var ending = story.ending();
    assertThat(ending.error("first")).isEmpty();
    assertThat(ending.openerPolicy("first")).isEqualTo(OpenerPolicyValue.UNSAFE_NONE);
    assertThat(ending.error("second")).contains(LoadError.NETWORK);
    assertThat(ending.openerPolicy("third")).isEqualTo(OpenerPolicyValue.SAME_ORIGIN);
    assertThat(ending.openerPolicy("fourth")).isEqualTo(OpenerPolicyValue.SAME_ORIGIN);
  }

  @Example
  void a_url_with_a_fragment_is_answered_as_without_and_shown_with_it() {
    var ending =
        HTML.serving(A, "Cross-Origin-Opener-Policy", "same-origin")
            .userOpens("w", A + "#fragment")
            .ending();
    assertThat(ending.openerPolicy("w")).isEqualTo(OpenerPolicyValue.SAME_ORIGIN);
    assertThat(ending.url("w")).isEqualTo(A + "#fragment");
  }

  @Example
  void a_url_that_nobody_speaks_of_answers_plainly() {
    var ending = HTML.userOpens("w", "https://unknown.example/path?query").ending();
    assertThat(ending.error("w")).isEmpty();
    assertThat(ending.openerPolicy("w")).isEqualTo(OpenerPolicyValue.UNSAFE_NONE);
  }

  @Example
  void a_label_of_window_open_stands_for_the_window_that_was_chosen() {
    var ending =
        HTML.userOpens("w", A)
            .opens("w", "popup", B, "n", "")
            .opens("w", "again", A + "2", "n", "")
            .goes("again", C)
            .ending();
    assertThat(ending.isThere("again")).isFalse();
    assertThat(ending.url("popup")).isEqualTo(C);
    assertThat(ending.run().labels().get(new NavigableId("again")))
        .contains(new NavigableId("popup"));
  }

  @Example
  void steps_are_numbered_from_one_and_each_begins_where_the_one_before_it_ended() {
    var steps = HTML.userOpens("w", A).goes("w", B).goes("w", C).ending().run().steps();
    assertThat(steps.map(ScenarioRun.Taken::number)).containsExactly(1, 2, 3);
    assertThat(steps.get(1).before()).isEqualTo(steps.get(0).after());
    assertThat(steps.get(2).before()).isEqualTo(steps.get(1).after());
  }

  @Example
  void a_step_that_cannot_be_done_says_why_and_the_run_goes_on() {
    var ending = HTML.goes("nobody", A).userOpens("w", A).ending();
    assertThat(ending.run().steps().head().step().outcome())
        .isInstanceOfSatisfying(
            Outcome.NotDone.class, notDone -> assertThat(notDone.why()).contains("nobody"));
    assertThat(ending.isThere("w")).isTrue();
  }

  @Example
  void a_run_without_steps_ends_in_a_browser_without_windows() {
    assertThat(HTML.ending().world().navigables()).isEmpty();
  }

  @Example
  void the_last_world_with_a_window_is_the_one_before_it_was_closed() {
    var run = HTML.userOpens("w", A).goes("w", B).userCloses("w").ending().run();
    var world = run.lastWorldWith(new NavigableId("w")).get();
    assertThat(world.activeDocument(new NavigableId("w")).url()).hasToString(B);
    assertThat(run.lastWorldWith(new NavigableId("never"))).isEmpty();
  }

  @Example
  void each_hop_that_was_compared_is_among_the_decisions_in_order() {
    var run =
        HTML.redirecting(B, C + "same-origin")
            .userOpens("w", A)
            .opens("w", "popup", B)
            .ending()
            .run();
    var hops =
        run.steps()
            .last()
            .decisions()
            .filter(decision -> decision.rule() == Rule.CHECK_POPUP_SWITCH);
    assertThat(hops.map(Decision::result)).containsExactly("stay", "switch");
    assertThat(hops.last().given())
        .contains(
            new Decision.Operand("response", "same-origin"),
            new Decision.Operand("hop", "2"),
            new Decision.Operand("url", C + "same-origin"));
  }
}
