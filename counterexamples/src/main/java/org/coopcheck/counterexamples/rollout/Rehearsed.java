package org.coopcheck.counterexamples.rollout;

import io.vavr.collection.Vector;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Enforcement;
import org.coopcheck.properties.rollout.Rehearsal;

/**
 * A scenario, and what comes of it when something that is report-only is enforced.
 *
 * @param scenario the scenario
 * @param enforcement what is enforced
 * @param tried its run
 * @param enforced the run in which that is enforced
 * @param rehearsal what is different
 */
public record Rehearsed(
    Scenario scenario,
    Enforcement enforcement,
    ScenarioRun tried,
    ScenarioRun enforced,
    Rehearsal rehearsal) {

  /**
   * @param scenario a scenario
   * @param enforcement what is enforced
   * @param variant the rules
   * @param capabilities what the browser is able to do
   */
  static Rehearsed of(
      Scenario scenario, Enforcement enforcement, Variant variant, Capabilities capabilities) {
    var tried = ScenarioRun.of(scenario, variant, capabilities);
    return new Rehearsed(
        scenario,
        enforcement,
        tried,
        Rehearsal.enforcedRun(scenario, tried, enforcement),
        Rehearsal.of(scenario, tried, enforcement));
  }

  /**
   * Each report-only header by itself, and then all of them, if there are more than one.
   *
   * @param scenario a scenario
   * @param variant the rules
   * @param capabilities what the browser is able to do
   */
  public static Vector<Rehearsed> allOf(
      Scenario scenario, Variant variant, Capabilities capabilities) {
    var each = Enforcement.trialsIn(scenario).map(Enforcement::of);
    var enforcements = each.size() > 1 ? each.append(Enforcement.OF_ALL) : each;
    return enforcements.map(enforcement -> of(scenario, enforcement, variant, capabilities));
  }

  /** The report-only headers that are enforced. */
  public Vector<Enforcement.Trial> enforcing() {
    return enforcement.only().fold(() -> Enforcement.trialsIn(scenario), Vector::of);
  }

  /** Whether something breaks that no report tells of. */
  public boolean isSilent() {
    return rehearsal.breakages().exists(Breakage::isSilent);
  }

  /** The scenario with the responses of an enforced policy. */
  public Scenario enforcedScenario() {
    var scenarioThen = enforcement.in(scenario);
    return scenarioThen.withTitle(scenario.title() + " (enforced)");
  }
}
