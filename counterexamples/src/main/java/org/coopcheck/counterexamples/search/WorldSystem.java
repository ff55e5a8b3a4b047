package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.Encoding;
import org.coopcheck.counterexamples.engine.SuccessorSink;
import org.coopcheck.counterexamples.engine.TransitionSystem;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Universe;

/** The worlds of a universe under one variant, as something to be searched. */
final class WorldSystem implements TransitionSystem<World, Action> {
  private final Universe universe;
  private final ScriptedServer server;
  private final Rules rules;
  private final WorldEncoding worldEncoding;
  // The steps of the world that was expanded last: a search asks for them again at once.
  private World lastExpanded = World.EMPTY;
  private Vector<Action> lastSteps;

  WorldSystem(Universe universe, Variant variant, Observed observed, Decisions decisions) {
    this.universe = universe;
    this.server = universe.server();
    this.rules = new Rules(variant, universe.bound().capabilities(), decisions);
    this.worldEncoding = new WorldEncoding(observed, universe.tupleOrigins());
    this.lastSteps = universe.stepsIn(World.EMPTY);
  }

  @Override
  public World initial() {
    return World.EMPTY;
  }

  @Override
  public void forEachSuccessor(World world, SuccessorSink<World> sink) {
    var steps = stepsIn(world);
    for (int i = 0; i < steps.size(); i++) {
      var step = Interpreter.step(world, server, steps.get(i), rules);
      if (step.isDone()) sink.accept(i, step.world());
    }
  }

  @Override
  public Option<World> successor(World world, int index) {
    var steps = stepsIn(world);
    if (index >= steps.size()) return Option.none();
    var step = Interpreter.step(world, server, steps.get(index), rules);
    return Option.when(step.isDone(), step.world());
  }

  @Override
  public Action action(World world, int index) {
    return stepsIn(world).get(index);
  }

  @SuppressWarnings("ReferenceEquality") // a cache: the same world means the same steps
  private Vector<Action> stepsIn(World world) {
    if (world != lastExpanded) {
      lastSteps = universe.stepsIn(world);
      lastExpanded = world;
    }
    return lastSteps;
  }

  @Override
  public void encode(World world, Encoding encoding) {
    encoding.putBytes(worldEncoding.encode(world));
  }
}
