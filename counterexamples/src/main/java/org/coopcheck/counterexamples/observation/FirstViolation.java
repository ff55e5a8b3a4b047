package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Violation;

/**
 * An invariant that a run violates.
 *
 * @param invariant the invariant
 * @param step the number of the first step after which it does not hold
 * @param violation how it is violated there
 * @param other the run that it is compared with, if there is one
 */
public record FirstViolation(
    Invariant invariant, int step, Violation violation, Option<Scenario> other) {

  /**
   * @param scenario a scenario
   * @param run its run
   * @param invariants the invariants to be asked
   * @return those that are violated, in the order of their steps
   */
  public static Vector<FirstViolation> in(
      Scenario scenario, ScenarioRun run, Vector<Invariant> invariants) {
    var moments = Moments.of(scenario, run);
    return invariants
        .flatMap(
            invariant -> first(invariant, moments).orElse(() -> ofRuns(invariant, scenario, run)))
        .sortBy(FirstViolation::step);
  }

  private static Option<FirstViolation> ofRuns(
      Invariant invariant, Scenario scenario, ScenarioRun run) {
    return invariant
        .fallIn()
        .apply(scenario, run)
        .map(fall -> new FirstViolation(invariant, fall.step(), fall.violation(), fall.other()));
  }

  private static Option<FirstViolation> first(Invariant invariant, Vector<Moment> moments) {
    return moments
        .map(invariant.violationIn())
        .zipWithIndex()
        .find(each -> each._1.isDefined())
        .map(each -> new FirstViolation(invariant, each._2 + 1, each._1.get(), Option.none()));
  }
}
