package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.generator.ActionUrls;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;

/**
 * The steps of a bound as rows of numbers, made by asking the model: for each world that so many
 * steps lead to, what each action makes of it.
 *
 * <p>A world is a number for each window, seen alone; a number for what is between each two; and one
 * for what else tells it apart. Worlds that are renamings of each other are different ones here.
 */
final class Steps {
  private final Universe universe;
  private final ScriptedServer server;
  private final Rules rules;
  private final Vector<Invariant> invariants;
  private final Parts parts;
  private final WorldEncoding exact;
  private final int windows;

  private final Map<Between, Integer> betweens = new HashMap<>();
  private final Map<Action, Integer> actionNumbers = new HashMap<>();
  private final List<Action> actions = new ArrayList<>();
  private final Map<String, Vector<Integer>> known = new HashMap<>();
  private final Map<Vector<Integer>, Integer> others = new HashMap<>();

  private Vector<State> last;
  private Vector<Vector<Row>> layers = Vector.empty();
  private long steps;

  /** A world and its numbers. */
  private record State(World world, Vector<Integer> numbers) {}

  /**
   * A step.
   *
   * @param before the numbers of the world before
   * @param action the number of the action
   * @param after the numbers of the world after
   * @param headers how many header fields the responses have
   * @param contexts how many browsing contexts there are afterwards
   * @param broken the places of the invariants that it breaks
   * @param witnessed the places of the invariants that have something to say of it
   */
  record Row(
      Vector<Integer> before,
      int action,
      Vector<Integer> after,
      int headers,
      int contexts,
      BitSet broken,
      BitSet witnessed) {}

  Steps(Variant variant, Bound bound, Vector<Invariant> invariants) {
    this.universe = new Universe(bound);
    this.server = universe.server();
    this.rules = Rules.unheard(variant, bound.capabilities());
    this.invariants = invariants;
    this.windows = bound.windows();
    this.parts =
        new Parts(
            new WorldEncoding(Observed.of(bound, false, Parts.NAMED), universe.tupleOrigins()),
            universe.tupleOrigins());
    this.exact = new WorldEncoding(Observed.of(bound, true, Parts.NAMED), universe.tupleOrigins());
    this.last = Vector.of(new State(World.EMPTY, numbers(World.EMPTY)));
  }

  /** The numbers of the empty world. */
  Vector<Integer> initial() {
    return numbers(World.EMPTY);
  }

  /** How many numbers a world is. */
  int width() {
    return windows + Parts.pairs(windows).size() + 1;
  }

  Action action(int number) {
    return actions.get(number);
  }

  Universe universe() {
    return universe;
  }

  /** The distinct worlds so far. */
  int worlds() {
    return known.size();
  }

  /** The steps so far. */
  long steps() {
    return steps;
  }

  /** The steps from worlds that no fewer than so many steps lead to. */
  Vector<Row> from(int depth) {
    return layers.get(depth);
  }

  /**
   * Takes all steps from the worlds that the steps before led to for the first time.
   *
   * @param patience says when it is enough
   * @return whether there were such worlds
   */
  boolean takeNext(Patience patience) {
    var rows = new ArrayList<Row>();
    var next = new ArrayList<State>();
    for (State state : last) {
      if (patience.end(worlds(), steps).isDefined()) return false;
      for (Action action : universe.stepsIn(state.world())) {
        var step = Interpreter.step(state.world(), server, action, rules);
        if (!step.isDone()) continue;
        steps++;
        int before = known.size();
        var numbers = numbers(step.world());
        if (known.size() > before) next.add(new State(step.world(), numbers));
        rows.add(row(state, action, step.world(), numbers));
      }
    }
    boolean hasSteps = !last.isEmpty();
    layers = layers.append(Vector.ofAll(rows));
    last = Vector.ofAll(next);
    return hasSteps;
  }

  /** Whether no longer run leads to another world. */
  boolean isComplete() {
    return last.isEmpty();
  }

  private Row row(State state, Action action, World after, Vector<Integer> numbers) {
    var moment =
        new Moment(state.world(), server, action, after, rules.variant(), rules.capabilities());
    var broken = new BitSet();
    var witnessed = new BitSet();
    for (int place = 0; place < invariants.size(); place++) {
      var invariant = invariants.get(place);
      if (invariant.violationIn().apply(moment).isDefined()) broken.set(place);
      if (invariant.isWitness().apply(moment)) witnessed.set(place);
    }
    return new Row(
        state.numbers(),
        numberOf(action),
        numbers,
        ActionUrls.of(action).map(this::headers).sum().intValue(),
        after.navigables().size(),
        broken,
        witnessed);
  }

  private int numberOf(Action action) {
    return actionNumbers.computeIfAbsent(
        action,
        unseen -> {
          actions.add(unseen);
          return actions.size() - 1;
        });
  }

  /** The header fields of the responses, redirects followed. */
  private int headers(Url url) {
    return switch (server.request(url).response()) {
      case Response.NetworkError nothing -> 0;
      case Response.Answered response ->
          response.headers().fields().size()
              + response.locationUrl().map(this::headers).getOrElse(0);
    };
  }

  private Vector<Integer> numbers(World world) {
    var labels =
        world.topLevelTraversables().flatMap(each -> world.inclusiveDescendants(each.id()));
    var key =
        labels.mkString(" ") + "\n" + new String(exact.encode(world), StandardCharsets.ISO_8859_1);
    return known.computeIfAbsent(key, unseen -> newNumbers(world));
  }

  /** 0 stands for a window that is not there, and for what is between it and others. */
  private Vector<Integer> newNumbers(World world) {
    var apart = parts.takenApart(world);
    var places = world.topLevelTraversables().map(each -> place(each.id()));
    var numbers = Vector.fill(width() - 1, 0);
    for (int i = 0; i < places.size(); i++) {
      numbers = numbers.update(places.get(i), apart.parts().get(i) + 1);
    }
    var all = Parts.pairs(windows);
    var present = Parts.pairs(places.size());
    for (int i = 0; i < present.size(); i++) {
      var pair =
          new Parts.Places(places.get(present.get(i).first()), places.get(present.get(i).second()));
      numbers = numbers.update(windows + all.indexOf(pair), numberOf(apart.betweens().get(i)) + 1);
    }
    // What else tells worlds apart: the labels of frames, and who created whom.
    return numbers.append(others.merge(numbers, 1, Integer::sum) - 1);
  }

  private static int place(NavigableId window) {
    return Integer.parseInt(window.label().substring(1)) - 1;
  }

  private int numberOf(Between between) {
    return betweens.computeIfAbsent(between, unseen -> betweens.size());
  }
}
