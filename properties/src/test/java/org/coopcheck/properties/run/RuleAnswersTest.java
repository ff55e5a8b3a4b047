package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Example;
import org.coopcheck.model.decision.Coverage;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.generator.RunGenerators;
import org.coopcheck.properties.generator.UniverseRuns;

/** The answers that rules are said to have are those that they give. */
class RuleAnswersTest {
  /** All pages that mean something to some variant, without redirects. */
  private static final UniverseRuns SHAPED =
      new UniverseRuns(
          UniverseRuns.BOUND
              .withRedirects(0)
              .withValues(Vector.of(OpenerPolicyValue.values()))
              .withKinds(TreeSet.of(StepKind.values())));

  /** So few pages that each comes after each. */
  private static final UniverseRuns FEW_PAGES =
      new UniverseRuns(
          UniverseRuns.BOUND
              .withRedirects(0)
              .withOrigins(1)
              .withValues(
                  Vector.of(OpenerPolicyValue.UNSAFE_NONE, OpenerPolicyValue.RESTRICT_PROPERTIES))
              .withKinds(TreeSet.of(StepKind.NAVIGATE, StepKind.ERROR)));

  @Example
  void every_answer_is_given_in_some_run_and_no_other() {
    var coverage = shaped(SHAPED).plus(shaped(FEW_PAGES)).plus(raw());
    assertThat(
            Vector.of(Rule.values())
                .flatMap(
                    rule -> coverage.unreached(rule).map(answer -> rule + " never says " + answer)))
        .isEmpty();
  }

  private static Coverage shaped(UniverseRuns runs) {
    var heard = new Decisions.Counted();
    RunGenerators.VARIANTS.forEachWithIndex(
        (variant, seed) -> runs.nextShaped(new Random(seed), variant, 50).moments(heard));
    return heard.coverage();
  }

  private static Coverage raw() {
    var heard = new Decisions.Counted();
    var random = new Random(1);
    var runs = RunGenerators.rawRuns(RunGenerators.VARIANTS).generator(1000);
    for (int i = 0; i < 100; i++) runs.next(random).value().moments(heard);
    return heard.coverage();
  }
}
