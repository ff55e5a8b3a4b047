package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
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
  private final VisitedStates visited;
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
  private long transitionsTold;
  private @Nullable SearchEnd end;

  /** Of the steps that are taken note of, the last one that counts. */
  private int lastOrdinal;

  private BreadthFirstSearch(
      Supplier<? extends TransitionSystem<S, A>> systems, SearchPlan<S, A> plan) {
    this.plan = plan;
    this.visited = new VisitedStates(plan.storage()::newSet);
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
    plan.log().forEach(this::goOnWith);
    int stepLimit = plan.limits().steps().getOrElse(Integer.MAX_VALUE);
    while (end == null && !frontier.isEmpty()) {
      beginALayerIfOneIsDone();
      if (depth >= stepLimit) {
        end = new SearchEnd.StepsReached(stepLimit);
      } else if (budget.mayGoOn(true)) {
        advance();
      }
      endIfTheBudgetIsUsedUp();
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
        plan.storage().probabilityOfAMiss(predecessors.states()),
        bytes(),
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

  private void beginALayerIfOneIsDone() {
    if (leftOfLayer > 0) return;
    depth++;
    leftOfLayer = frontier.size();
  }

  private void endIfTheBudgetIsUsedUp() {
    if (end == null) end = budget.usedUp().map(SearchEnd.CutShort::new).getOrNull();
  }

  private void advance() {
    var record = new WaveRecord();
    for (Expansion<S, A> expansion :
        wave.expanded(nextStates(Math.min(leftOfLayer, statesOfAWave())))) {
      if (end == null) take(expansion, record);
    }
    finish(record);
    if (!(end instanceof SearchEnd.CutShort)) plan.log().forEach(log -> log.append(record));
  }

  private List<S> nextStates(int size) {
    List<S> states = new ArrayList<>(size);
    for (S state : frontier) {
      if (states.size() == size) break;
      states.add(state);
    }
    return states;
  }

  /** As many as have about a fixed number of steps: fewer cost time, more cost memory. */
  private int statesOfAWave() {
    long perState = 1 + transitions / Math.max(1, expanded);
    return (int) Math.max(1, TRANSITIONS_OF_A_WAVE / perState);
  }

  /** Takes note of what an expansion found, to the step with which the search ends. */
  private void take(Expansion<S, A> expansion, WaveRecord record) {
    lastOrdinal = Integer.MAX_VALUE;
    for (Event<S, A> event : expansion.events()) {
      if (event.step().ordinal() > lastOrdinal) break;
      switch (event) {
        case StepHit<S, A>(var step, int check) -> {
          hit(check, step.before(), step.action(), record);
          stopIfEnoughIsFound(step.ordinal());
        }
        case Candidate<S, A> candidate -> {
          if (candidate.isNew()) take(candidate, record);
        }
      }
    }
    record.expanded(expansion.expanded(), end == null ? expansion.transitions() : lastOrdinal + 1L);
  }

  private void take(Candidate<S, A> candidate, WaveRecord record) {
    var step = candidate.step();
    if (predecessors.states() >= stateLimit) {
      if (end == null) end(new SearchEnd.CutShort(Budget.STATES), step.ordinal());
      return;
    }
    meet(candidate, record);
    for (int check : candidate.hits()) hit(check, step.before(), step.action(), record);
    stopIfEnoughIsFound(step.ordinal());
  }

  private void meet(Candidate<S, A> candidate, WaveRecord record) {
    var step = candidate.step();
    record.met(step.before(), step.action());
    predecessors.add(expanded + step.before(), step.action());
    frontier.addLast(candidate.state());
    deepest = depth + 1;
  }

  private void hit(int check, int before, int action, WaveRecord record) {
    if (checks.hit(check, expanded + before, action)) record.hit(check, before, action);
  }

  private void finish(WaveRecord record) {
    for (int i = 0; i < record.expanded(); i++) frontier.removeFirst();
    expanded += record.expanded();
    leftOfLayer -= record.expanded();
    transitions += record.transitions();
  }

  private void stopIfEnoughIsFound(int ordinal) {
    if (end == null && checks.areEnough(plan.stopWhen())) end(new SearchEnd.Found(), ordinal);
  }

  private void end(SearchEnd why, int ordinal) {
    end = why;
    lastOrdinal = ordinal;
  }

  // What another process has done before.

  /** Does again what is written down, as long as there is time. */
  private void goOnWith(SearchLog log) {
    for (Option<WaveRecord> told = log.next(); end == null && told.isDefined(); told = log.next()) {
      if (budget.mayGoOn(true)) retell(told.get(), log);
      endIfTheBudgetIsUsedUp();
    }
    transitionsTold = transitions;
  }

  private void retell(WaveRecord told, SearchLog log) {
    beginALayerIfOneIsDone();
    if (told.expanded() > leftOfLayer) throw log.isWrong("there are not so many states");
    var states = nextStates(told.expanded());
    var record = new WaveRecord();
    record.expanded(told.expanded(), told.transitions());
    for (Candidate<S, A> candidate : wave.metAgain(states, told, log)) {
      candidate.addTo(visited);
      if (!candidate.isNew()) throw log.isWrong("a state is new twice");
      meet(candidate, record);
    }
    for (int hit = 0; hit < told.hits(); hit++) {
      if (!wave.isHitAgain(states, told, hit)) throw log.isWrong("a check is not hit");
      hit(told.checkOfHit(hit), told.beforeHit(hit), told.actionOfHit(hit), record);
    }
    finish(record);
    stopIfEnoughIsFound(0);
  }

  private long bytes() {
    return visited.bytes() + predecessors.bytes();
  }

  private void report() {
    plan.progress()
        .accept(
            new SearchProgress(
                depth,
                predecessors.states(),
                transitions,
                transitions - transitionsTold,
                frontier.size(),
                MemoryWatch.used(),
                budget.elapsed(),
                plan.limits().time()));
  }
}
