package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.engine.OpenChecks.Hit;

/**
 * Runs again what a search has found: from the initial state, action by action. Each state on the
 * way is one that the search has met, and the check is asked again.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
final class Replay<S, A> {
  private final TransitionSystem<S, A> system;
  private final VisitedStates visited;
  private final Predecessors predecessors;
  private final Encoding encoding = new Encoding();

  /**
   * @param system the system
   * @param visited the states that were met
   * @param predecessors how they were met
   */
  Replay(TransitionSystem<S, A> system, VisitedStates visited, Predecessors predecessors) {
    this.system = system;
    this.visited = visited;
    this.predecessors = predecessors;
  }

  /** The run to what was hit. */
  Finding<S, A> of(Hit<S, A> hit) {
    S initial = system.kept(system.initial());
    var trace = new Trace<S, A>(initial, Vector.empty());
    if (hit.before() < 0) {
      confirm(hit, hit.check().isHitBy(initial));
      return new Finding<>(hit.check().name(), trace);
    }
    for (int action : predecessors.actionsTo(hit.before())) {
      trace = extended(hit, trace, action);
      encoding.clear();
      system.encode(trace.last(), encoding);
      confirm(hit, visited.contains(encoding));
    }
    S before = trace.last();
    trace = extended(hit, trace, hit.action());
    confirm(hit, hit.check().isHitBy(before, system.action(before, hit.action()), trace.last()));
    return new Finding<>(hit.check().name(), trace);
  }

  private Trace<S, A> extended(Hit<S, A> hit, Trace<S, A> trace, int action) {
    S from = trace.last();
    var after = system.successor(from, action);
    confirm(hit, after.isDefined());
    var step = new Trace.Step<>(action, system.action(from, action), after.get());
    return new Trace<>(trace.initial(), trace.steps().append(step));
  }

  private static void confirm(Hit<?, ?> hit, boolean isSo) {
    if (!isSo) {
      throw new EngineDefect("the run to %s does not replay".formatted(hit.check().name()));
    }
  }
}
