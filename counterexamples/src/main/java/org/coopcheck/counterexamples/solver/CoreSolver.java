package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import org.coopcheck.counterexamples.core.CoreAction;
import org.coopcheck.counterexamples.core.CoreBench;
import org.coopcheck.counterexamples.core.CoreCheck;
import org.coopcheck.counterexamples.core.CoreProperty;
import org.coopcheck.counterexamples.core.CoreRequest;
import org.coopcheck.counterexamples.core.CoreResult;
import org.coopcheck.counterexamples.core.CoreSystem;
import org.coopcheck.counterexamples.core.CoreTables;
import org.coopcheck.counterexamples.core.CoreVerdict;
import org.coopcheck.counterexamples.core.CoreWorld;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.engine.Trace;
import org.coopcheck.counterexamples.solver.CoreRuns.Side;

/**
 * Runs the core world with constraints. An invariant that no step from any state breaks holds at
 * once; for others, and for targets, it looks for runs of one step, of two, of three...
 */
public final class CoreSolver {
  private final CoreRequest request;
  private final Cancellation cancellation;
  private final CoreTables tables;
  private final long started = System.nanoTime();

  private CoreSolver(CoreRequest request, Cancellation cancellation) {
    this.request = request;
    this.cancellation = cancellation;
    this.tables = new CoreTables(request.bug());
  }

  /**
   * @param request what to run; there is no symmetry to switch on
   * @param cancellation ends it early
   * @return the result, without counts of states, since it stores none
   */
  public static CoreResult run(CoreRequest request, Cancellation cancellation) {
    return new CoreSolver(request, cancellation).result();
  }

  private CoreResult result() {
    var wanted = request.target().fold(() -> CoreBench.INVARIANTS, Vector::of);
    var open = wanted.reject(property -> !property.isTarget() && isInductive(property));
    int length = 0;
    while (!open.isEmpty() && request.steps().forAll(most -> most > 0)) {
      if (cancellation.isCancelled()) return cutShort(length);
      length++;
      for (CoreProperty property : open) {
        var run = run(property, length);
        if (run.isDefined()) return found(property, run.get());
      }
      if (request.steps().contains(length)) break;
    }
    if (cancellation.isCancelled()) return cutShort(length);
    var target = request.target().filter(CoreProperty::isTarget);
    return result(
        target.fold(CoreVerdict.Holds::new, CoreVerdict.Unreached::new),
        Option.none(),
        length,
        open.isEmpty());
  }

  private boolean isInductive(CoreProperty property) {
    return pairs()
        .forAll(
            pair ->
                runs()
                    .fromAnyState()
                    .step()
                    .keepingUntilTheLastStep(property, pair.first(), pair.second())
                    .found(Side.END, cancellation)
                    .isEmpty());
  }

  /** A run of so many steps to the property, if it is a target, or to what breaks it. */
  private Option<Vector<Integer>> run(CoreProperty property, int length) {
    if (property.isTarget()) {
      return steps(length).reaching(property).found(Side.BEGINNING, cancellation);
    }
    return pairs()
        .toStream()
        .flatMap(
            pair ->
                steps(length)
                    .keepingUntilTheLastStep(property, pair.first(), pair.second())
                    .found(Side.END, cancellation))
        .headOption();
  }

  private CoreRuns runs() {
    return new CoreRuns(request.windows(), tables);
  }

  private CoreRuns steps(int length) {
    var runs = runs().fromTheInitialState();
    for (int i = 0; i < length; i++) runs.step();
    return runs;
  }

  private Vector<Parts.Places> pairs() {
    return Parts.pairs(request.windows());
  }

  // Results.

  private CoreResult found(CoreProperty property, Vector<Integer> actions) {
    var trace = replayed(actions);
    if (!new CoreCheck(property, request.windows()).isHitBy(trace.last())) {
      throw new EngineDefect("the run to %s does not replay".formatted(property.propertyName()));
    }
    return result(
        property.isTarget()
            ? new CoreVerdict.Reached(property)
            : new CoreVerdict.Violated(property),
        Option.some(trace),
        trace.length(),
        false);
  }

  private Trace<CoreWorld, CoreAction> replayed(Vector<Integer> actions) {
    var system = new CoreSystem(request.windows(), false, request.bug());
    var trace = new Trace<CoreWorld, CoreAction>(system.initial(), Vector.empty());
    for (int action : actions) {
      CoreWorld before = trace.last();
      Vector<CoreWorld> after = successors(system, before, action);
      var name = system.action(before, action);
      if (after.isEmpty()) throw new EngineDefect(name + " cannot happen");
      trace =
          new Trace<>(
              trace.initial(), trace.steps().append(new Trace.Step<>(action, name, after.head())));
    }
    return trace;
  }

  private static Vector<CoreWorld> successors(CoreSystem system, CoreWorld before, int action) {
    var found = new java.util.ArrayList<CoreWorld>();
    system.forEachSuccessor(
        before,
        (index, after) -> {
          if (index == action) found.add(system.kept(after));
        });
    return Vector.ofAll(found);
  }

  private CoreResult cutShort(int length) {
    return result(new CoreVerdict.Undecided(Budget.PATIENCE), Option.none(), length, false);
  }

  private CoreResult result(
      CoreVerdict verdict,
      Option<Trace<CoreWorld, CoreAction>> trace,
      int depth,
      boolean isComplete) {
    return new CoreResult(
        0,
        0,
        verdict,
        trace,
        depth,
        isComplete,
        Option.none(),
        0,
        Duration.ofNanos(System.nanoTime() - started));
  }
}
