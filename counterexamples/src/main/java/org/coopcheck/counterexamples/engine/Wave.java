package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.coopcheck.counterexamples.engine.Event.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Expands states of the frontier, by all workers that are idle.
 *
 * <p>First each worker expands some of the states and only looks at those that are known. Then each
 * adds what was found to some shards of them, in the order of the steps, so that the first way to a
 * new state wins, as if there were one worker. Last, the checks are shown what is new.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
final class Wave<S, A> {
  private static final int MOST_PARTS = 64;

  private final Supplier<? extends TransitionSystem<S, A>> systems;
  private final List<@Nullable TransitionSystem<S, A>> ofWorkers = new ArrayList<>();
  private final Workers workers;
  private final VisitedStates visited;
  private final OpenChecks<S, A> checks;
  private final BudgetWatch budget;

  /**
   * @param systems makes one system for each worker
   * @param workers do the work
   * @param visited the states that are known, to which new ones are added
   * @param checks what is looked for
   * @param budget tells when to stop
   */
  Wave(
      Supplier<? extends TransitionSystem<S, A>> systems,
      Workers workers,
      VisitedStates visited,
      OpenChecks<S, A> checks,
      BudgetWatch budget) {
    this.systems = systems;
    this.workers = workers;
    this.visited = visited;
    this.checks = checks;
    this.budget = budget;
    for (int worker = 0; worker < workers.count(); worker++) ofWorkers.add(null);
  }

  /** The system of a worker; 0 is the thread that searches. */
  TransitionSystem<S, A> system(int worker) {
    var known = ofWorkers.get(worker);
    if (known != null) return known;
    var made = systems.get();
    ofWorkers.set(worker, made);
    return made;
  }

  /**
   * @param states neighbours in the frontier
   * @return what comes of them, in their order; of fewer states if the budget is used up
   */
  List<Expansion<S, A>> expanded(List<S> states) {
    var all = parts(states);
    workers.share(
        all.size(),
        (worker, part) ->
            all.get(part)
                .expand(system(worker), checks, visited, () -> budget.mayGoOn(worker == 0)));
    var done = upToTheFirstIncomplete(all);
    add(done);
    if (checks.ofStates().length > 0) {
      workers.share(done.size(), (worker, part) -> done.get(part).ask(checks));
    }
    return done;
  }

  /**
   * Does again the steps that led to new states.
   *
   * @param states neighbours in the frontier
   * @param told what another process took note of
   * @param log where it did
   * @return the states that were met, in their order
   */
  List<Candidate<S, A>> metAgain(List<S> states, WaveRecord told, SearchLog log) {
    int size = sizeOfAPart(told.states());
    List<List<Candidate<S, A>>> parts = new ArrayList<>();
    for (int from = 0; from < told.states(); from += size) parts.add(new ArrayList<>());
    workers.share(
        parts.size(),
        (worker, part) -> {
          var encoding = new Encoding();
          int end = Math.min((part + 1) * size, told.states());
          for (int i = part * size; i < end; i++) {
            int before = told.before(i);
            int action = told.action(i);
            var after = successor(system(worker), states, before, action);
            if (after.isEmpty()) throw log.isWrong("an action cannot be done");
            encoding.clear();
            system(worker).encode(after.get(), encoding);
            var step = new Event.Step(before, action, 0);
            var name = system(worker).action(states.get(before), action);
            parts
                .get(part)
                .add(new Candidate<>(step, name, after.get(), encoding.hash(), encoding));
          }
        });
    return parts.stream().flatMap(List::stream).toList();
  }

  /** Whether a hit that another process took note of is one. */
  boolean isHitAgain(List<S> states, WaveRecord told, int hit) {
    if (told.checkOfHit(hit) >= checks.size()) return false;
    var check = checks.get(told.checkOfHit(hit));
    int before = told.beforeHit(hit);
    int action = told.actionOfHit(hit);
    return successor(system(0), states, before, action)
        .exists(
            after ->
                check.isHitBy(
                    states.get(before), system(0).action(states.get(before), action), after));
  }

  private Option<S> successor(
      TransitionSystem<S, A> system, List<S> states, int before, int action) {
    return before < states.size() ? system.successor(states.get(before), action) : Option.none();
  }

  private static int sizeOfAPart(int size) {
    return (size + MOST_PARTS - 1) / MOST_PARTS;
  }

  private List<Expansion<S, A>> parts(List<S> states) {
    int size = sizeOfAPart(states.size());
    List<Expansion<S, A>> parts = new ArrayList<>();
    for (int from = 0; from < states.size(); from += size) {
      parts.add(new Expansion<>(states, from, Math.min(from + size, states.size())));
    }
    return parts;
  }

  private List<Expansion<S, A>> upToTheFirstIncomplete(List<Expansion<S, A>> all) {
    int complete =
        (int) IntStream.range(0, all.size()).takeWhile(i -> all.get(i).isComplete()).count();
    return all.subList(0, Math.min(all.size(), complete + 1));
  }

  private void add(List<Expansion<S, A>> expansions) {
    if (workers.count() == 1 || expansions.size() == 1) {
      forEachCandidate(expansions, candidate -> candidate.addTo(visited));
    } else {
      workers.share(
          VisitedStates.SHARDS,
          (worker, shard) ->
              forEachCandidate(
                  expansions,
                  candidate -> {
                    if (VisitedStates.shard(candidate.hash()) == shard) candidate.addTo(visited);
                  }));
    }
  }

  private void forEachCandidate(
      List<Expansion<S, A>> expansions, Consumer<Candidate<S, A>> action) {
    for (Expansion<S, A> expansion : expansions) {
      for (Event<S, A> event : expansion.events()) {
        if (event instanceof Candidate<S, A> candidate) action.accept(candidate);
      }
    }
  }
}
