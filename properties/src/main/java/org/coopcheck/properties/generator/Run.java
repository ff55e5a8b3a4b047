package org.coopcheck.properties.generator;

import io.vavr.collection.Vector;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.action.Step;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.invariant.Moment;

/**
 * A scenario with the rules that it is run under. No step of it uses a label for two windows, so a
 * label stands for itself.
 *
 * @param scenario the scenario
 * @param variant the rules
 * @param capabilities what the browser is able to do
 */
public record Run(Scenario scenario, Variant variant, Capabilities capabilities) {

  /**
   * A step of a run.
   *
   * @param before the world before it
   * @param server the servers before it
   * @param action the action
   * @param step what came of it
   */
  public record Taken(World before, Server server, Action action, Step step) {

    /** The world after the step. */
    public World after() {
      return step.world();
    }
  }

  public Run withScenario(Scenario newScenario) {
    return new Run(newScenario, variant, capabilities);
  }

  public Run withVariant(Variant newVariant) {
    return new Run(scenario, newVariant, capabilities);
  }

  public Run withCapabilities(Capabilities newCapabilities) {
    return new Run(scenario, variant, newCapabilities);
  }

  /** What the steps go by, if nobody asks for reasons. */
  public Rules rules() {
    return Rules.unheard(variant, capabilities);
  }

  /** The servers before the first step. */
  public ScriptedServer server() {
    return new ScriptedServer(scenario.responses());
  }

  /** The steps, taken from a browser without windows. */
  public Vector<Taken> taken() {
    return taken(Decisions.UNHEARD);
  }

  private Vector<Taken> taken(Decisions decisions) {
    var rules = new Rules(variant, capabilities, decisions);
    Vector<Taken> taken = Vector.empty();
    World world = World.EMPTY;
    Server server = server();
    for (Action action : scenario.steps()) {
      var step = Interpreter.step(world, server, action, rules);
      taken = taken.append(new Taken(world, server, action, step));
      world = step.world();
      server = step.server();
    }
    return taken;
  }

  /** The worlds after the steps, in order. */
  public Vector<World> worlds() {
    return taken().map(Taken::after);
  }

  /** The steps as invariants look at them. */
  public Vector<Moment> moments() {
    return moments(Decisions.UNHEARD);
  }

  /** The same, with somebody who listens to why. */
  public Vector<Moment> moments(Decisions decisions) {
    return taken(decisions)
        .map(
            each ->
                new Moment(
                    each.before(),
                    each.server(),
                    each.action(),
                    each.after(),
                    variant,
                    capabilities));
  }

  /** One step a line, with what servers answer to it. */
  @Override
  public String toString() {
    return RunText.of(this);
  }
}
