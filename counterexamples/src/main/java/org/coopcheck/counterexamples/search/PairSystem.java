package org.coopcheck.counterexamples.search;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.Encoding;
import org.coopcheck.counterexamples.engine.SuccessorSink;
import org.coopcheck.counterexamples.engine.TransitionSystem;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.observation.Watch;
import org.coopcheck.counterexamples.search.PairSystem.Pair;
import org.coopcheck.counterexamples.search.WorldEncoding.Named;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.report.Reports;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Universe;

/**
 * The pairs of worlds that the same actions lead to under two variants, as something to be searched.
 *
 * <p>A pair offers what either of its worlds offers: that an action can be done in one of them only
 * is a difference, too. A pair that differs in what is looked for offers nothing more: whatever
 * comes later has the same cause.
 */
final class PairSystem implements TransitionSystem<Pair, Action> {
  /** The facts that are numbers, and so depend on what was numbered before. */
  private static final SortedSet<Observable> NUMBERS =
      TreeSet.of(
          Observable.GROUP,
          Observable.COOP_GROUP,
          Observable.VIRTUAL_GROUP,
          Observable.AGENT_CLUSTER,
          Observable.PROCESS);

  private final Universe universe;
  private final ScriptedServer server;
  private final Variant a;
  private final Variant b;
  private final SortedSet<Observable> wanted;
  private final SortedSet<Observable> numbered;
  private final WorldEncoding worldEncoding;
  // The steps of the pair that was expanded last: a search asks for them again at once.
  private Option<Pair> lastExpanded = Option.none();
  private Vector<Action> lastSteps = Vector.empty();

  /**
   * @param universe the servers and steps
   * @param a the one variant
   * @param b the other
   * @param wanted the kinds of facts that count as a difference
   * @param symmetry whether pairs that are renamings of each other count as one
   */
  PairSystem(
      Universe universe, Variant a, Variant b, SortedSet<Observable> wanted, boolean symmetry) {
    this.universe = universe;
    this.server = universe.server();
    this.a = a;
    this.b = b;
    this.wanted = wanted;
    this.numbered = wanted.intersect(NUMBERS);
    this.worldEncoding =
        new WorldEncoding(Observed.ofPairs(universe.bound(), symmetry), universe.tupleOrigins());
  }

  /**
   * Two worlds that the same actions have led to.
   *
   * @param a the one
   * @param b the other
   * @param together how their runs are told, and where they part
   */
  record Pair(World a, World b, Divergence.Together together) {

    private Named namedA() {
      return new Named(a, together.a());
    }

    private Named namedB() {
      return new Named(b, together.b());
    }
  }

  @Override
  public Pair initial() {
    return new Pair(
        World.EMPTY, World.EMPTY, Divergence.Together.begun(a, b, universe.bound().capabilities()));
  }

  @Override
  public void forEachSuccessor(Pair pair, SuccessorSink<Pair> sink) {
    if (pair.together.isParted()) return;
    var steps = stepsIn(pair);
    for (int i = 0; i < steps.size(); i++) {
      int index = i;
      successor(pair, steps.get(i)).forEach(after -> sink.accept(index, after));
    }
  }

  @Override
  public Option<Pair> successor(Pair pair, int index) {
    if (pair.together.isParted()) return Option.none();
    var steps = stepsIn(pair);
    return index < steps.size() ? successor(pair, steps.get(index)) : Option.none();
  }

  private Option<Pair> successor(Pair pair, Action action) {
    var inA = taken(pair.a, pair.together.a(), action, a);
    var inB = taken(pair.b, pair.together.b(), action, b);
    return Option.when(
        inA.step().isDone() || inB.step().isDone(),
        () -> new Pair(inA.after(), inB.after(), pair.together.after(inA, inB, wanted)));
  }

  private Taken taken(World world, Watch watch, Action written, Variant variant) {
    var decisions = new Decisions.Kept();
    var reports = new Reports.Kept();
    var action = watch.meant(written);
    var step =
        Interpreter.step(
            world,
            server,
            action,
            new Rules(variant, universe.bound().capabilities(), decisions, reports));
    return new Taken(
        0, written, action, world, server, step, decisions.inOrder(), reports.inOrder());
  }

  @Override
  public Action action(Pair pair, int index) {
    return stepsIn(pair).get(index);
  }

  @SuppressWarnings("ReferenceEquality") // a cache: the same pair means the same steps
  private Vector<Action> stepsIn(Pair pair) {
    if (!lastExpanded.exists(last -> last == pair)) {
      lastSteps = newStepsIn(pair);
      lastExpanded = Option.some(pair);
    }
    return lastSteps;
  }

  /** No label is given twice: in one of the worlds the window may still be there. */
  private Vector<Action> newStepsIn(Pair pair) {
    int step = pair.together.steps() + 1;
    var window = new NavigableId("w" + step);
    var frame = new NavigableId("f" + step);
    return universe
        .stepsIn(pair.a, window, frame)
        .appendAll(universe.stepsIn(pair.b, window, frame))
        .distinct();
  }

  /** Of pairs that are parted, only the cause counts. */
  @Override
  public void encode(Pair pair, Encoding encoding) {
    encoding.putBoolean(pair.together.isParted());
    encoding.putString(pair.together.cause().map(Cause::key).getOrElse(""));
    if (pair.together.isParted()) return;
    encoding.putBytes(worldEncoding.encode(pair.namedA(), pair.namedB(), numbered));
  }
}
