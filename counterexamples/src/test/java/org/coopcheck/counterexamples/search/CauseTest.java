package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.decision.Rule;

/** The first decision that is not the same in both runs. */
class CauseTest {
  private static final Vector<String> WINDOWS = Vector.of("shop", "login");
  private static final Decision NAME = decision(Rule.RESET_THE_NAME, "kept", "https://a.example");

  private static Decision decision(Rule rule, String result, String origin) {
    return new Decision(rule, Vector.of(given("hop", 1), given("active origin", origin)), result);
  }

  private static Cause cause(Vector<Decision> a, Vector<Decision> b) {
    return Cause.of(a, b, WINDOWS).get();
  }

  @Example
  void equal_decisions_part_nothing() {
    assertThat(Cause.of(Vector.of(NAME), Vector.of(NAME), WINDOWS)).isEmpty();
  }

  @Example
  void other_numbers_of_opaque_origins_are_no_other_decision() {
    var a = decision(Rule.OBTAIN_AN_AGENT, "origin opaque-7", "opaque-7");
    var b = decision(Rule.OBTAIN_AN_AGENT, "origin opaque-9", "opaque-9");
    assertThat(Cause.of(Vector.of(a), Vector.of(b), WINDOWS)).isEmpty();
  }

  @Example
  void the_first_of_several_is_the_cause_and_names_no_origin() {
    var stay = decision(Rule.CHECK_SWITCH, "stay", "https://a.example");
    var swap = decision(Rule.CHECK_SWITCH, "switch", "https://a.example");
    var cleared = decision(Rule.RESET_THE_NAME, "cleared", "https://a.example");
    var found = cause(Vector.of(stay, NAME), Vector.of(swap, cleared));
    assertThat(found.a()).contains(stay);
    assertThat(found.b()).contains(swap);
    assertThat(found.key())
        .isEqualTo(
            "check-browsing-context-group-switch-coop-value(active origin=origin 1)"
                + " -> stay | switch");
  }

  @Example
  void windows_have_no_names_in_it() {
    var shop = decision(Rule.FIND_BY_TARGET_NAME, "shop", "login");
    var nothing = decision(Rule.FIND_BY_TARGET_NAME, "nothing", "login");
    assertThat(cause(Vector.of(shop), Vector.of(nothing)).key())
        .isEqualTo("find-a-navigable-by-target-name(active origin=window 1) -> window 2 | nothing");
  }

  @Example
  void a_question_that_came_up_in_one_run_only_is_the_cause_by_itself() {
    var more = decision(Rule.CHECK_REPORT_ONLY_SWITCH, "would switch", "https://a.example");
    var found = cause(Vector.of(NAME), Vector.of(more, NAME));
    assertThat(found.a()).isEmpty();
    assertThat(found.b()).contains(more);
    assertThat(found.key()).startsWith("not asked | check-bcg-switch-navigation-report-only(");
    assertThat(cause(Vector.of(more, NAME), Vector.of(NAME)).b()).isEmpty();
  }
}
