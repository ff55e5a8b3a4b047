package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.coopcheck.counterexamples.engine.Event.Candidate;
import org.coopcheck.counterexamples.engine.Event.StepHit;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.jspecify.annotations.Nullable;

/**
 * Visits every state that can be reached, nearest first, each once.
 *
 * <p>What it finds is therefore reached by the fewest steps; and of the shortest runs, by the first
 * in the order of the actions. The same system and plan give the same result, but for the budgets
 * of time and memory; the number of workers does not count.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
public final class BreadthFirstSearch<S, A> {
  private static final int TRANSITIONS_OF_A_WAVE = 1 << 16;

  private final SearchPlan<S, A> plan;
  private final VisitedStates visited = new VisitedStates(EncodingSet::new);
  private final Predecessors predecessors = new Predecessors();
  private final OpenChecks<S, A> checks;
  private final BudgetWatch budget;
  private final Wave<S, A> wave;
  private final int stateLimit;

  /** The states that wait to be expanded, in the order of their numbers. */
  private final ArrayDeque<S> frontier = new ArrayDeque<>();

  /** How many of them are no farther than those that are being expanded. */
  private int leftOfLayer;

  private int expanded;
  private int depth;
  private int deepest;
  private long transitions;
  private @Nullable SearchEnd end;

  /** Of the steps that are taken note of, the last one that counts. */
  private int lastOrdinal;

  private BreadthFirstSearch(
      Supplier<? extends TransitionSystem<S, A>> systems, SearchPlan<S, A> plan) {
    this.plan = plan;
    this.checks = new OpenChecks<>(plan.checks());
    this.budget =
        new BudgetWatch(
            plan.limits(), plan.cancellation(), visited::bytesOfNextGrowth, this::report);
    this.wave = new Wave<>(systems, plan.workers(), visited, checks, budget);
    this.stateLimit = plan.limits().states().getOrElse(Integer.MAX_VALUE);
  }

  /**
   * @param systems makes the system that is searched, once for each worker
   * @param plan what is looked for, and how far
   */
  public static <S, A> SearchResult<S, A> search(
      Supplier<? extends TransitionSystem<S, A>> systems, SearchPlan<S, A> plan) {
    return plan.workers().engaged(() -> new BreadthFirstSearch<>(systems, plan).run());
  }

  private SearchResult<S, A> run() {
    begin();
    int stepLimit = plan.limits().steps().getOrElse(Integer.MAX_VALUE);
    while (end == null && !frontier.isEmpty()) {
      if (leftOfLayer == 0) {
        depth++;
        leftOfLayer = frontier.size();
      }
      if (depth >= stepLimit) {
        end = new SearchEnd.StepsReached(stepLimit);
      } else if (budget.mayGoOn(true)) {
        advance();
      }
      if (end == null) end = budget.usedUp().map(SearchEnd.CutShort::new).getOrNull();
    }
    SearchEnd why = end == null ? new SearchEnd.Exhausted() : end;
    var replay = new Replay<>(wave.system(0), visited, predecessors);
    var findings = Vector.ofAll(checks.hits()).map(replay::of);
    report();
    return new SearchResult<>(
        predecessors.states(),
        transitions,
        deepest,
        why,
        findings,
        visited.bytes() + predecessors.bytes(),
        budget.elapsed());
  }

  private void begin() {
    var system = wave.system(0);
    S initial = system.kept(system.initial());
    var encoding = new Encoding();
    system.encode(initial, encoding);
    visited.add(encoding);
    frontier.add(initial);
    leftOfLayer = 1;
    transitions = 1;
    checks.askAbout(initial);
    stopIfEnoughIsFound(0);
  }

  private void advance() {
    int size = Math.min(leftOfLayer, statesOfAWave());
    List<S> states = new ArrayList<>(size);
    for (S state : frontier) {
      if (states.size() == size) break;
      states.add(state);
    }
    int first = expanded;
    for (Expansion<S, A> expansion : wave.expanded(states)) {
      if (end == null) take(first, expansion);
    }
  }

  /** As many as have about a fixed number of steps: fewer cost time, more cost memory. */
  private int statesOfAWave() {
    long perState = 1 + transitions / Math.max(1, expanded);
    return (int) Math.max(1, TRANSITIONS_OF_A_WAVE / perState);
  }

  /** Takes note of what an expansion found, to the step with which the search ends. */
  private void take(int first, Expansion<S, A> expansion) {
    lastOrdinal = Integer.MAX_VALUE;
    for (Event<S> event : expansion.events()) {
      if (event.step().ordinal() > lastOrdinal) break;
      int before = first + event.step().before();
      switch (event) {
        case StepHit<S>(var step, int check) -> {
          checks.hit(check, before, step.action());
          stopIfEnoughIsFound(step.ordinal());
        }
        case Candidate<S> candidate -> {
          if (candidate.isNew()) take(before, candidate);
        }
      }
    }
    transitions += end == null ? expansion.transitions() : lastOrdinal + 1L;
    for (int i = 0; i < expansion.expanded(); i++) frontier.removeFirst();
    expanded += expansion.expanded();
    leftOfLayer -= expansion.expanded();
  }

  private void take(int before, Candidate<S> candidate) {
    var step = candidate.step();
    if (predecessors.states() >= stateLimit) {
      if (end == null) end(new SearchEnd.CutShort(Budget.STATES), step.ordinal());
      return;
    }
    predecessors.add(before, step.action());
    frontier.addLast(candidate.state());
    deepest = depth + 1;
    for (int check : candidate.hits()) checks.hit(check, before, step.action());
    stopIfEnoughIsFound(step.ordinal());
  }

  private void stopIfEnoughIsFound(int ordinal) {
    if (end == null && checks.areEnough(plan.stopWhen())) end(new SearchEnd.Found(), ordinal);
  }

  private void end(SearchEnd why, int ordinal) {
    end = why;
    lastOrdinal = ordinal;
  }

  private void report() {
    plan.progress()
        .accept(
            new SearchProgress(
                depth, predecessors.states(), transitions, frontier.size(), budget.elapsed()));
  }
}
