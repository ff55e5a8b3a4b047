package org.coopcheck.counterexamples.rollout;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.Encoding;
import org.coopcheck.counterexamples.engine.SuccessorSink;
import org.coopcheck.counterexamples.engine.TransitionSystem;
import org.coopcheck.counterexamples.rollout.TrialSystem.Trial;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.WorldEncoding;
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
import org.coopcheck.properties.rollout.Cut;
import org.coopcheck.properties.rollout.Enforcement;
import org.coopcheck.properties.rollout.Rehearsal;

/**
 * The pairs of worlds that the same actions lead to while policies are report-only and when they are
 * enforced, as something to be searched.
 *
 * <p>A pair offers what can be done while policies are report-only; what is possible only when they
 * are enforced breaks nothing. A pair in which something has broken offers nothing more: what comes
 * later has the same cause.
 */
final class TrialSystem implements TransitionSystem<Trial, Action> {
  private final Universe universe;
  private final Variant variant;
  private final ScriptedServer tried;
  private final ScriptedServer enforced;
  private final WorldEncoding worldEncoding;
  // The steps of the pair that was expanded last: a search asks for them again at once.
  private Option<Trial> lastExpanded = Option.none();
  private Vector<Action> lastSteps = Vector.empty();

  /**
   * @param universe the servers and steps, while policies are report-only
   * @param variant the rules
   */
  TrialSystem(Universe universe, Variant variant) {
    this.universe = universe;
    this.variant = variant;
    this.tried = universe.server();
    this.enforced = new ScriptedServer(Enforcement.OF_ALL.in(tried.answers()));
    this.worldEncoding =
        new WorldEncoding(Observed.ofTrials(universe.bound()), universe.tupleOrigins());
  }

  /**
   * Two worlds that the same actions have led to.
   *
   * @param tried where policies are report-only
   * @param enforced where they are enforced
   * @param rehearsal what has come of the steps
   */
  record Trial(World tried, World enforced, Rehearsal rehearsal) {
    boolean isBroken() {
      return !rehearsal.breakages().isEmpty();
    }
  }

  @Override
  public Trial initial() {
    return new Trial(World.EMPTY, World.EMPTY, Rehearsal.begun(variant));
  }

  @Override
  public void forEachSuccessor(Trial pair, SuccessorSink<Trial> sink) {
    if (pair.isBroken()) return;
    var steps = stepsIn(pair);
    for (int i = 0; i < steps.size(); i++) {
      int index = i;
      successor(pair, steps.get(i)).forEach(after -> sink.accept(index, after));
    }
  }

  @Override
  public Option<Trial> successor(Trial pair, int index) {
    if (pair.isBroken()) return Option.none();
    var steps = stepsIn(pair);
    return index < steps.size() ? successor(pair, steps.get(index)) : Option.none();
  }

  private Option<Trial> successor(Trial pair, Action action) {
    var inTried = taken(pair.tried, tried, action);
    if (!inTried.step().isDone()) return Option.none();
    var inEnforced = taken(pair.enforced, enforced, action);
    return Option.some(
        new Trial(inTried.after(), inEnforced.after(), pair.rehearsal.after(inTried, inEnforced)));
  }

  private Taken taken(World world, ScriptedServer server, Action action) {
    var decisions = new Decisions.Kept();
    var reports = new Reports.Kept();
    var rules = new Rules(variant, universe.bound().capabilities(), decisions, reports);
    var step = Interpreter.step(world, server, action, rules);
    return new Taken(
        0, action, action, world, server, step, decisions.inOrder(), reports.inOrder());
  }

  @Override
  public Action action(Trial pair, int index) {
    return stepsIn(pair).get(index);
  }

  @SuppressWarnings("ReferenceEquality") // a cache: the same pair means the same steps
  private Vector<Action> stepsIn(Trial pair) {
    if (!lastExpanded.exists(last -> last == pair)) {
      lastSteps = newStepsIn(pair);
      lastExpanded = Option.some(pair);
    }
    return lastSteps;
  }

  /** No label is given twice: in one of the worlds the window may still be there. */
  private Vector<Action> newStepsIn(Trial pair) {
    int step = pair.rehearsal.steps() + 1;
    return universe.stepsIn(pair.tried, new NavigableId("w" + step), new NavigableId("f" + step));
  }

  /**
   * Windows and frames keep their order in both worlds, so that what has one name in both has one
   * place. Of pairs in which something has broken, only the cause counts.
   */
  @Override
  public void encode(Trial pair, Encoding encoding) {
    encoding.putBoolean(pair.isBroken());
    if (pair.isBroken()) {
      encoding.putString(pair.rehearsal.breakages().map(each -> each.cause()).mkString("; "));
      return;
    }
    var names = names(pair);
    encoding.putByte(names.size());
    for (NavigableId name : names) {
      encoding.putByte(place(pair.tried, name, names));
      encoding.putByte(place(pair.enforced, name, names));
    }
    byte[] ofTried = worldEncoding.encode(pair.tried);
    encoding.putInt(ofTried.length);
    encoding.putBytes(ofTried);
    encoding.putBytes(worldEncoding.encode(pair.enforced));
    for (Cut cut : pair.rehearsal.cuts()) encode(cut, names, encoding);
  }

  private static Vector<NavigableId> names(Trial pair) {
    return pair.tried.navigables().keySet().addAll(pair.enforced.navigables().keySet()).toVector();
  }

  /** 0 if it is not there, 1 if it is top-level, else where the navigable is that it is in. */
  private static int place(World world, NavigableId name, Vector<NavigableId> names) {
    if (!world.hasNavigable(name)) return 0;
    return world.parent(name).map(outer -> names.indexOf(outer) + 2).getOrElse(1);
  }

  /** What the announcement of a breakage can still depend on. */
  private static void encode(Cut cut, Vector<NavigableId> names, Encoding encoding) {
    encoding.putByte(names.indexOf(cut.one()));
    encoding.putByte(names.indexOf(cut.other()));
    encoding.putString(cut.turn().map(Object::toString).getOrElse(""));
    encoding.putBoolean(cut.isByARedirect());
    encoding.putBoolean(cut.wasHeard());
    encoding.putBoolean(cut.told().isEmpty());
  }
}
