package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.properties.invariant.Invariant;

/**
 * The first rule decision of a run that a violation turns on: had this step gone by another of the
 * named answers, and all other steps as they did, nothing would be violated. The invariant still has
 * something to say then, if that can be.
 *
 * @param key tells causes apart; the same for runs that differ in the names of origins and windows
 *     only
 * @param decision the decision; none if no single choice mends the run, and then the key is made of
 *     the decisions of its last step
 * @param step the number of the step that asked for it
 */
public record Decisive(String key, Option<Decision> decision, int step) {

  /** A decision, and where it stands in a run. */
  private record Place(int step, int index, Decision decision, boolean isEvasive) {
    int order() {
      return step * 10_000 + index;
    }
  }

  /**
   * @param scenario a scenario that violates the invariant
   * @param invariant the invariant
   * @param variant the rules
   * @param capabilities what the browser is able to do
   */
  public static Decisive of(
      Scenario scenario, Invariant invariant, Variant variant, Capabilities capabilities) {
    var run = ScenarioRun.of(scenario, variant, capabilities);
    var windows = windows(scenario);
    var places =
        RuleChanges.of(variant, run).flatMap(choice -> places(scenario, invariant, run, choice));
    // Where every other answer gives up what is protected, what comes nearest to the violation.
    return places
        .reject(Place::isEvasive)
        .minBy(Place::order)
        .orElse(() -> places.maxBy(Place::order))
        .map(
            place ->
                new Decisive(
                    Cause.renamed(Vector.of(place.decision()), windows),
                    Option.some(place.decision()),
                    place.step()))
        .getOrElse(
            () ->
                new Decisive(
                    Cause.renamed(run.steps().last().decisions(), windows),
                    Option.none(),
                    run.steps().size()));
  }

  private static Vector<String> windows(Scenario scenario) {
    return scenario.steps().flatMap(step -> step.made()).map(NavigableId::label);
  }

  /** The steps that mend the run if they go by the choice, each by itself. */
  private static Vector<Place> places(
      Scenario scenario, Invariant invariant, ScenarioRun run, Choice choice) {
    return run.steps().flatMap(taken -> place(scenario, invariant, run, taken, choice));
  }

  private static Option<Place> place(
      Scenario scenario, Invariant invariant, ScenarioRun run, Taken taken, Choice choice) {
    var other =
        ScenarioRun.withOneStepUnder(
            scenario,
            run.variant(),
            run.capabilities(),
            taken.number(),
            choice.applyTo(run.variant()));
    var decided = other.steps().get(taken.number() - 1).decisions();
    return Cause.of(taken.decisions(), decided, Vector.empty())
        .flatMap(Cause::a)
        .filter(it -> FirstViolation.in(scenario, other, Vector.of(invariant)).isEmpty())
        .map(
            decision ->
                new Place(
                    taken.number(),
                    taken.decisions().indexOf(decision),
                    decision,
                    !Repairs.saysSomething(invariant, scenario, other)));
  }
}
