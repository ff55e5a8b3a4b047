package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Coverage;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Variant;

/**
 * What a search came across of one rule.
 *
 * @param rule the rule
 * @param reached the answers that it gave
 * @param never those that it can give under the variant, and did not
 */
public record RuleCoverage(Rule rule, Vector<Reached> reached, Vector<Answer> never) {

  /**
   * @param answer an answer that was given
   * @param times how often
   */
  public record Reached(Answer answer, long times) {}

  /** How often the rule was asked. */
  public long asked() {
    return reached.map(Reached::times).sum().longValue();
  }

  /**
   * @param coverage what a search came across
   * @param variant its rules
   * @return every rule, in their order
   */
  public static Vector<RuleCoverage> of(Coverage coverage, Variant variant) {
    return Vector.of(Rule.values())
        .map(
            rule ->
                new RuleCoverage(
                    rule,
                    coverage
                        .reached(rule)
                        .map(answer -> new Reached(answer, coverage.count(rule, answer))),
                    coverage.unreached(rule).filter(answer -> isKnownTo(variant, answer))));
  }

  /** A value that means nothing to the variant is none of its answers. */
  private static boolean isKnownTo(Variant variant, Answer answer) {
    return Vector.of(OpenerPolicyValue.values())
        .filter(value -> Answer.of(value).equals(answer))
        .forAll(variant.values()::contains);
  }
}
