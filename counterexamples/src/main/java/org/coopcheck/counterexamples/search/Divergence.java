package org.coopcheck.counterexamples.search;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.observation.Difference.View;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.observation.Watch;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;

/**
 * Where the runs of one scenario under two sets of rules part.
 *
 * @param a the run under the one
 * @param b the run under the other
 * @param step the number of the first step after which something else is seen
 * @param differences what that is; at least one
 * @param cause why
 */
public record Divergence(
    ScenarioRun a, ScenarioRun b, int step, Vector<Difference> differences, Cause cause) {

  /**
   * @param scenario a scenario
   * @param a the one set of rules
   * @param b the other
   * @param capabilities what the browser is able to do
   * @param wanted the kinds of facts that count
   * @return none if its runs differ in none of them
   */
  public static Option<Divergence> of(
      Scenario scenario,
      Variant a,
      Variant b,
      Capabilities capabilities,
      SortedSet<Observable> wanted) {
    var runA = ScenarioRun.of(scenario, a, capabilities);
    var runB = ScenarioRun.of(scenario, b, capabilities);
    var together =
        runA.steps()
            .zip(runB.steps())
            .foldLeft(
                Together.begun(a, b, capabilities),
                (far, taken) -> far.isParted() ? far : far.after(taken._1, taken._2, wanted));
    return Option.when(
        together.isParted(),
        () ->
            new Divergence(
                runA, runB, together.steps(), together.differences(), together.cause().get()));
  }

  /**
   * How far two runs have come together.
   *
   * @param a what is known of the one run
   * @param b what is known of the other
   * @param steps how many steps they have taken
   * @param cause the first decision that was not the same in both; once they are parted, whatever it
   *     is that parted them
   * @param differences what was seen to be different after the last step
   */
  record Together(
      Watch a, Watch b, int steps, Option<Cause> cause, Vector<Difference> differences) {

    static Together begun(Variant a, Variant b, Capabilities capabilities) {
      return new Together(
          Watch.begun(a, capabilities),
          Watch.begun(b, capabilities),
          0,
          Option.none(),
          Vector.empty());
    }

    boolean isParted() {
      return !differences.isEmpty();
    }

    Together after(Taken inA, Taken inB, SortedSet<Observable> wanted) {
      var afterA = a.after(inA);
      var afterB = b.after(inB);
      var found =
          Difference.between(View.of(inA, afterA.seen()), View.of(inB, afterB.seen()), wanted);
      var why =
          cause
              .orElse(() -> Cause.of(inA.decisions(), inB.decisions(), windows(afterA, afterB)))
              .orElse(() -> found.headOption().map(it -> Cause.of(it, windows(afterA, afterB))));
      return new Together(afterA, afterB, steps + 1, why, found);
    }

    private static Vector<String> windows(Watch a, Watch b) {
      return a.labels().given().appendAll(b.labels().given()).distinct().map(Object::toString);
    }
  }
}
