package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.jspecify.annotations.Nullable;

/**
 * Visits every state that can be reached, nearest first, each once.
 *
 * <p>What it finds is therefore reached by the fewest steps; and of the shortest runs, by the first
 * in the order of the actions. The same system and plan give the same result, but for the budgets
 * of time and memory.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
public final class BreadthFirstSearch<S, A> {
  private static final long NANOS_BETWEEN_LOOKS = 50_000_000;
  private static final long NANOS_BETWEEN_REPORTS = 500_000_000;

  private final TransitionSystem<S, A> system;
  private final SearchPlan<S> plan;

  private final Encoding encoding = new Encoding();
  private final EncodingSet visited = new EncodingSet();

  /** For every state but the first, the number of the state before it and the action. */
  private final GrowableLongs predecessors = new GrowableLongs();

  /** The states that wait to be expanded, in the order of their numbers. */
  private final ArrayDeque<S> frontier = new ArrayDeque<>();

  /** The checks that are not hit yet. */
  private final List<StateCheck<S>> ofStates = new ArrayList<>();

  private final List<StateCheck<S>> ofSteps = new ArrayList<>();
  private final List<Hit<S>> hits = new ArrayList<>();

  private final MemoryWatch memory;
  private final long started = System.nanoTime();
  private final long timeLimit;
  private final int stateLimit;
  private long lastLook = started;
  private long lastReport = started;

  private S before;
  private int beforeNumber;
  private int depth;
  private int deepest;
  private long transitions;
  private @Nullable SearchEnd end;

  private BreadthFirstSearch(TransitionSystem<S, A> system, SearchPlan<S> plan) {
    this.system = system;
    this.plan = plan;
    this.memory = new MemoryWatch(plan.limits().memory());
    this.timeLimit = plan.limits().time().map(Duration::toNanos).getOrElse(Long.MAX_VALUE);
    this.stateLimit = plan.limits().states().getOrElse(Integer.MAX_VALUE);
    this.before = system.kept(system.initial());
    for (StateCheck<S> check : plan.checks()) {
      (check.looksAtSteps() ? ofSteps : ofStates).add(check);
    }
  }

  /** A step that hits a check; the initial state does if there is none before. */
  private record Hit<S>(StateCheck<S> check, int before, int action) {}

  /**
   * @param system what is searched
   * @param plan what is looked for, and how far
   */
  public static <S, A> SearchResult<S, A> search(
      TransitionSystem<S, A> system, SearchPlan<S> plan) {
    return new BreadthFirstSearch<>(system, plan).run();
  }

  private SearchResult<S, A> run() {
    begin();
    int stepLimit = plan.limits().steps().getOrElse(Integer.MAX_VALUE);
    int layerEnd = visited.size();
    for (int number = 0; end == null && !frontier.isEmpty(); number++) {
      if (number == layerEnd) {
        depth++;
        layerEnd = visited.size();
      }
      if (depth >= stepLimit) {
        end = new SearchEnd.StepsReached(stepLimit);
      } else if (isWithinBudget()) {
        before = frontier.removeFirst();
        beforeNumber = number;
        system.forEachSuccessor(before, this::take);
      }
    }
    SearchEnd why = end == null ? new SearchEnd.Exhausted() : end;
    var findings = Vector.ofAll(hits).map(this::replayed);
    report(System.nanoTime());
    return new SearchResult<>(
        visited.size(), transitions, deepest, why, findings, elapsed(System.nanoTime()));
  }

  private void begin() {
    system.encode(before, encoding);
    visited.add(encoding);
    frontier.add(before);
    transitions = 1;
    ofStates.removeIf(this::isHitByTheInitialState);
    ofSteps.removeIf(this::isHitByTheInitialState);
    stopIfEnoughIsFound();
  }

  private boolean isHitByTheInitialState(StateCheck<S> check) {
    boolean isHit = check.isHitBy(before);
    if (isHit) hits.add(new Hit<>(check, -1, -1));
    return isHit;
  }

  private void take(int action, S after) {
    if (end != null) return;
    transitions++;
    if (!ofSteps.isEmpty()) ask(ofSteps, action, after);
    encoding.clear();
    system.encode(after, encoding);
    if (visited.size() >= stateLimit && !visited.contains(encoding)) {
      if (end == null) end = new SearchEnd.CutShort(Budget.STATES);
      return;
    }
    if (visited.add(encoding) < 0) return;
    predecessors.add((long) beforeNumber << 32 | action);
    deepest = depth + 1;
    if (!ofStates.isEmpty()) ask(ofStates, action, after);
    frontier.addLast(system.kept(after));
  }

  private void ask(List<StateCheck<S>> checks, int action, S after) {
    boolean isAnyHit = false;
    for (int i = 0; i < checks.size(); i++) {
      StateCheck<S> check = checks.get(i);
      if (check.isHitBy(before, action, after)) {
        hits.add(new Hit<>(check, beforeNumber, action));
        if (isEnough(check)) checks.remove(i--);
        isAnyHit = true;
      }
    }
    if (isAnyHit) stopIfEnoughIsFound();
  }

  @SuppressWarnings("ReferenceEquality") // of two equal checks each has its own hits
  private boolean isEnough(StateCheck<S> check) {
    return check.enough() == 1
        || hits.stream().filter(hit -> hit.check().name().equals(check.name())).count()
            >= check.enough();
  }

  private void stopIfEnoughIsFound() {
    boolean isEnough =
        switch (plan.stopWhen()) {
          case ONE_IS_FOUND -> !hits.isEmpty();
          case ALL_ARE_FOUND -> !hits.isEmpty() && ofStates.isEmpty() && ofSteps.isEmpty();
          case NEVER -> false;
        };
    if (isEnough) end = new SearchEnd.Found();
  }

  private boolean isWithinBudget() {
    long now = System.nanoTime();
    if (plan.cancellation().isCancelled()) {
      end = new SearchEnd.CutShort(Budget.PATIENCE);
    } else if (now - started >= timeLimit) {
      end = new SearchEnd.CutShort(Budget.TIME);
    } else if (now - lastLook >= NANOS_BETWEEN_LOOKS) {
      lastLook = now;
      if (memory.isExceeded(visited.bytesOfNextGrowth())) {
        end = new SearchEnd.CutShort(Budget.MEMORY);
      }
      if (now - lastReport >= NANOS_BETWEEN_REPORTS) report(now);
    }
    return end == null;
  }

  private void report(long now) {
    lastReport = now;
    plan.progress()
        .accept(
            new SearchProgress(depth, visited.size(), transitions, frontier.size(), elapsed(now)));
  }

  private Duration elapsed(long now) {
    return Duration.ofNanos(now - started);
  }

  // From a hit to its run.

  private Finding<S, A> replayed(Hit<S> hit) {
    S state = system.kept(system.initial());
    if (hit.before() < 0) {
      confirm(hit, hit.check().isHitBy(state));
      return new Finding<>(hit.check().name(), new Trace<>(state, Vector.empty()));
    }
    var numbers = numbersOnTheWayTo(hit.before());
    var trace = new Trace<S, A>(state, Vector.empty());
    for (int number : numbers) {
      trace = extended(trace, (int) predecessors.get(number - 1));
      encoding.clear();
      system.encode(trace.last(), encoding);
      confirm(hit, visited.isAt(number, encoding));
    }
    S last = trace.last();
    trace = extended(trace, hit.action());
    confirm(hit, hit.check().isHitBy(last, hit.action(), trace.last()));
    return new Finding<>(hit.check().name(), trace);
  }

  /** The states of the run to a state, without the first one. */
  private Vector<Integer> numbersOnTheWayTo(int last) {
    var numbers = new ArrayList<Integer>();
    for (int at = last; at != 0; at = (int) (predecessors.get(at - 1) >>> 32)) numbers.add(at);
    return Vector.ofAll(numbers).reverse();
  }

  private Trace<S, A> extended(Trace<S, A> trace, int action) {
    S from = trace.last();
    var found = new ArrayList<S>();
    system.forEachSuccessor(
        from,
        (index, after) -> {
          if (index == action) found.add(system.kept(after));
        });
    if (found.size() != 1) {
      throw new EngineDefect("action %d leads to %d states".formatted(action, found.size()));
    }
    var step = new Trace.Step<>(action, system.action(from, action), found.get(0));
    return new Trace<>(trace.initial(), trace.steps().append(step));
  }

  private static void confirm(Hit<?> hit, boolean isSo) {
    if (!isSo) {
      throw new EngineDefect("the run to %s does not replay".formatted(hit.check().name()));
    }
  }
}
