package org.coopcheck.properties.rollout;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.decision.Rule;

/**
 * The decision on which two runs part: the first one that cuts, or refuses, where policies are
 * enforced, and not where they are report-only.
 *
 * @param rule the rule
 * @param tried its answer in the report-only run; none if it is not asked there
 * @param enforced its answer where policies are enforced
 */
public record Turn(Rule rule, Option<Decision> tried, Decision enforced) {
  private static final SortedSet<String> CUTS =
      words(
          Answer.SWITCH,
          Answer.SWITCH_IN_THE_COOP_GROUP,
          Answer.NEW_WINDOW_WITHOUT_AN_OPENER,
          Answer.NOOPENER);
  private static final SortedSet<String> REFUSALS =
      words(Answer.NETWORK_ERROR, Answer.BLOCKED, Answer.NOT_ALLOWED, Answer.DOES_NOT_RUN);

  private static SortedSet<String> words(Answer... answers) {
    return TreeSet.ofAll(Vector.of(answers).map(Answer::word));
  }

  /** Where two windows are parted. */
  static Option<Turn> cutting(Vector<Decision> tried, Vector<Decision> enforced) {
    return first(CUTS, tried, enforced);
  }

  /** Where a document is not loaded. */
  static Option<Turn> refusing(Vector<Decision> tried, Vector<Decision> enforced) {
    return first(REFUSALS, tried, enforced);
  }

  private static Option<Turn> first(
      SortedSet<String> answers, Vector<Decision> tried, Vector<Decision> enforced) {
    return Vector.range(0, enforced.size())
        .filter(index -> answers.contains(enforced.get(index).result()))
        .flatMap(index -> at(index, tried, enforced))
        .headOption();
  }

  /** NB: a rule that is asked more than once in a step is asked in the same order in both runs. */
  private static Option<Turn> at(int index, Vector<Decision> tried, Vector<Decision> enforced) {
    var decision = enforced.get(index);
    var rule = decision.rule();
    int before = enforced.take(index).count(each -> each.rule() == rule);
    var other = tried.filter(each -> each.rule() == rule).drop(before).headOption();
    return Option.when(
        !other.exists(each -> each.result().equals(decision.result())),
        () -> new Turn(rule, other, decision));
  }

  /** The value of an operand where policies are enforced. */
  Option<String> given(String name) {
    return enforced
        .given()
        .find(operand -> operand.name().equals(name))
        .map(Decision.Operand::value);
  }

  /** Rule and answers in one line. */
  @Override
  public String toString() {
    return "%s: %s | %s"
        .formatted(
            rule.id(), tried.map(Decision::result).getOrElse("not asked"), enforced.result());
  }
}
