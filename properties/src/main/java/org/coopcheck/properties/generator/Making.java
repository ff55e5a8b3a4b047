package org.coopcheck.properties.generator;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/** A run while it is made: each action is drawn for the world that the actions before led to. */
final class Making {
  private final Rules rules;
  private Server server;
  private World world = World.EMPTY;
  private Vector<Action> actions = Vector.empty();
  private SortedSet<NavigableId> aliases = TreeSet.empty();
  private boolean isBroken = false;

  Making(Server server, Rules rules) {
    this.server = server;
    this.rules = rules;
  }

  /** The world after the actions so far. */
  World world() {
    return world;
  }

  /** The actions so far. */
  Vector<Action> actions() {
    return actions;
  }

  /**
   * Whether the last action met a fault of the model. The run ends with it, and whoever takes its
   * steps meets the fault again.
   */
  boolean isBroken() {
    return isBroken;
  }

  /**
   * @param drawn an action that names new windows with labels that the world does not have
   */
  void take(Action drawn) {
    var action = withOwnLabel(drawn);
    actions = actions.append(action);
    try {
      var step = Interpreter.step(world, server, action, rules);
      world = step.world();
      server = step.server();
      if (action instanceof Action.OpenWindow open
          && step.outcome() instanceof Outcome.Opened opened
          && !opened.window().equals(open.opened())) {
        aliases = aliases.add(open.opened());
      }
    } catch (RuntimeException fault) {
      isBroken = true;
    }
  }

  /** A label that became another name of a window that was there names no other window. */
  private Action withOwnLabel(Action drawn) {
    return drawn.renamed(
        id -> {
          var label = id;
          for (int number = 1; aliases.contains(label) || isTakenBy(id, label); number++) {
            label = new NavigableId(id.label().charAt(0) + String.valueOf(number));
          }
          return label;
        });
  }

  private boolean isTakenBy(NavigableId drawn, NavigableId label) {
    return !label.equals(drawn) && world.hasNavigable(label);
  }
}
