package org.coopcheck.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;

class CoverageTest {
  private static Coverage heard(Rule rule, Answer... answers) {
    var heard = new Decisions.Counted();
    for (Answer answer : answers) heard.note(rule, answer, Vector::empty);
    return heard.coverage();
  }

  @Example
  void an_answer_that_was_given_is_reached_and_the_others_are_not() {
    var coverage = heard(Rule.CHECK_SWITCH, Answer.STAY, Answer.STAY);
    assertThat(coverage.reached(Rule.CHECK_SWITCH)).containsExactly(Answer.STAY);
    assertThat(coverage.count(Rule.CHECK_SWITCH, Answer.STAY)).isEqualTo(2);
    assertThat(coverage.unreached(Rule.CHECK_SWITCH))
        .containsExactly(Answer.SWITCH_IN_THE_COOP_GROUP, Answer.SWITCH);
    assertThat(coverage.unreached(Rule.CLOSE)).containsExactly(Answer.CLOSES, Answer.DOES_NOTHING);
  }

  @Example
  void what_an_answer_names_does_not_make_it_another_one() {
    var coverage =
        heard(Rule.FIND_BY_TARGET_NAME, Answer.A_WINDOW.saying("w1"), Answer.A_WINDOW.saying("w2"));
    assertThat(coverage.count(Rule.FIND_BY_TARGET_NAME, Answer.A_WINDOW)).isEqualTo(2);
  }

  @Example
  void two_searches_together_came_across_what_either_did() {
    var both =
        heard(Rule.CHECK_SWITCH, Answer.STAY)
            .plus(heard(Rule.CHECK_SWITCH, Answer.STAY, Answer.SWITCH))
            .plus(heard(Rule.CLOSE, Answer.CLOSES));
    assertThat(both.count(Rule.CHECK_SWITCH, Answer.STAY)).isEqualTo(2);
    assertThat(both.count(Rule.CHECK_SWITCH, Answer.SWITCH)).isEqualTo(1);
    assertThat(both.unreached(Rule.CLOSE)).containsExactly(Answer.DOES_NOTHING);
  }

  @Example
  void an_answer_that_is_none_of_its_rule_is_a_fault_of_the_model() {
    assertThatThrownBy(() -> heard(Rule.CHECK_SWITCH, Answer.WOULD_SWITCH))
        .isInstanceOf(ModelDefect.class);
    assertThatThrownBy(() -> new Decisions.Kept().note(Rule.CLOSE, Answer.ALLOWED, Vector::empty))
        .isInstanceOf(ModelDefect.class);
  }
}
