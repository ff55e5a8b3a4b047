package org.coopcheck.counterexamples.search;

import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.invariant.Invariant;

/** Makes a scenario that breaks an invariant as small as can be. */
public final class Minimiser {
  private final Invariant invariant;
  private final Variant variant;
  private final Capabilities capabilities;

  public Minimiser(Invariant invariant, Variant variant, Capabilities capabilities) {
    this.invariant = invariant;
    this.variant = variant;
    this.capabilities = capabilities;
  }

  /** Whether the scenario breaks the invariant. */
  public boolean breaks(Scenario scenario) {
    return brokenIn(scenario).isDefined();
  }

  private Option<FirstViolation> brokenIn(Scenario scenario) {
    var run = ScenarioRun.of(scenario, variant, capabilities);
    return FirstViolation.in(scenario, run, Vector.of(invariant)).headOption();
  }

  /**
   * @param found a scenario that breaks the invariant
   * @return one that still does, from which nothing can be dropped; its URLs are as short as can be
   */
  public Scenario minimised(Scenario found) {
    return new Reduction(this::breaks, Vector.of(variant), capabilities).of(found);
  }

  /** The smallest counterexample that is in the scenario. */
  public Verdict.Counterexample counterexample(Scenario found) {
    var scenario = minimised(found);
    return brokenIn(scenario)
        .map(
            broken ->
                new Verdict.Counterexample(
                    scenario, broken.step(), broken.violation().explanation()))
        .getOrElseThrow(
            () ->
                new EngineDefect(
                    "the run that breaks " + invariant.name() + " does not when it is replayed"));
  }

  /**
   * @param found scenarios that break the invariant, at least one
   * @param most how many causes are enough
   * @return of each cause the first, as small as can be
   */
  Vector<Verdict.Counterexample> counterexamples(Stream<Scenario> found, int most) {
    var first = counterexample(found.head());
    if (most == 1) return Vector.of(first);
    Vector<String> causes = Vector.of(cause(first.scenario()));
    Vector<Verdict.Counterexample> all = Vector.of(first);
    for (var scenario : found.tail()) {
      if (all.size() == most) break;
      if (causes.contains(cause(scenario))) continue;
      var smallest = counterexample(scenario);
      String cause = cause(smallest.scenario());
      if (causes.contains(cause)) continue;
      causes = causes.append(cause);
      all = all.append(smallest);
    }
    return all;
  }

  /** What the violation turns on, so that two of them can be told apart. */
  private String cause(Scenario scenario) {
    return Decisive.of(scenario, invariant, variant, capabilities).key();
  }
}
