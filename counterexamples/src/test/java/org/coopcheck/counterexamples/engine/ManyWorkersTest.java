package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;

/** A search by many workers is the search of one, which is held against one of a few lines. */
class ManyWorkersTest {
  private static final int[] TEAMS = {1, 2, 5};

  @Property(seed = "7", tries = 60)
  void the_result_is_that_of_the_plainest_search_whatever_the_number_of_workers(
      @ForAll @IntRange(min = 1, max = 3000) int states,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll StopWhen stopWhen,
      @ForAll @IntRange(min = 1, max = 4) int enough,
      @ForAll @IntRange(max = 40) int rarity,
      @ForAll boolean isLimited,
      @ForAll Random random) {
    var graph = Graph.random(states, random);
    Vector<Rare> checks =
        Vector.of(
            new Rare("a step", true, 1 + rarity * 7, enough),
            new Rare("a state", false, 1 + rarity * 5, enough),
            new Rare("another state", false, 1 + rarity * 3, 1));
    var limits =
        new SearchLimits(
            Option.when(steps > 0, steps),
            Option.when(isLimited, 1 + states / 2),
            Option.none(),
            Option.none());
    var expected = new Plainest(graph, checks, limits, stopWhen).run();
    for (int team : TEAMS) {
      try (var workers = new Workers(team)) {
        var plan =
            SearchPlan.<Integer, String>of(checks.map(check -> check))
                .withLimits(limits)
                .withStopWhen(stopWhen)
                .withWorkers(workers);
        assertThat(Told.of(BreadthFirstSearch.search(() -> graph, plan))).isEqualTo(expected);
      }
    }
  }

  @Example
  void all_workers_work_on_one_search() {
    int team = 3;
    var allAreThere = new CountDownLatch(team);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    // From 0 to many states, each of which waits until so many threads have come to one.
    var graph =
        new Graph(
            n -> {
              if (n == 0) return Vector.range(1, 100).toJavaStream().mapToInt(i -> i).toArray();
              if (threads.add(Thread.currentThread())) allAreThere.countDown();
              awaited(allAreThere);
              return new int[] {};
            });
    try (var workers = new Workers(team)) {
      var result =
          BreadthFirstSearch.search(
              () -> graph, SearchPlan.<Integer, String>of(Vector.empty()).withWorkers(workers));
      assertThat(result.distinct()).isEqualTo(100);
    }
    assertThat(threads).hasSize(team);
  }

  @Example
  void workers_have_a_system_of_their_own_each() {
    Map<TransitionSystem<?, ?>, Thread> owners = new ConcurrentHashMap<>();
    try (var workers = new Workers(4)) {
      var plan = SearchPlan.<Integer, String>of(Vector.empty()).withWorkers(workers);
      var result = BreadthFirstSearch.search(() -> new Owned(owners), plan);
      assertThat(result.distinct()).isEqualTo(40_000);
    }
  }

  @Example
  void a_fault_of_any_worker_ends_the_search() {
    var faulty =
        new Graph(
            n -> {
              if (n > 500) throw new EngineDefect("a fault at " + n);
              return new int[] {2 * n + 1, 2 * n + 2};
            });
    try (var workers = new Workers(4)) {
      var plan = SearchPlan.<Integer, String>of(Vector.empty()).withWorkers(workers);
      assertThatThrownBy(() -> BreadthFirstSearch.search(() -> faulty, plan))
          .isInstanceOf(EngineDefect.class)
          .hasMessageStartingWith("a fault at ");
    }
  }

  @Example
  void who_cancels_gets_what_was_found_from_all_workers() {
    var cancellation = new Cancellation();
    var tree =
        new Graph(
            n -> {
              if (n > 100_000) cancellation.cancel();
              return new int[] {2 * n + 1, 2 * n + 2};
            });
    var seven = new Rare("seven", false, 7, 1);
    try (var workers = new Workers(4)) {
      var plan =
          SearchPlan.<Integer, String>of(Vector.of(seven))
              .withStopWhen(StopWhen.NEVER)
              .withCancellation(cancellation)
              .withWorkers(workers);
      var result = BreadthFirstSearch.search(() -> tree, plan);
      assertThat(result.end()).isEqualTo(new SearchEnd.CutShort(Budget.PATIENCE));
      assertThat(result.distinct()).isGreaterThan(100_000);
      // of a tree, each state that was expanded has given two others
      assertThat(result.transitions()).isEqualTo(result.distinct());
      assertThat(result.trace("seven").get().length()).isEqualTo(3);
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** A system that complains if two threads have to do with it at once. */
  private static final class Owned implements TransitionSystem<Integer, String> {
    private final Map<TransitionSystem<?, ?>, Thread> owners;

    Owned(Map<TransitionSystem<?, ?>, Thread> owners) {
      this.owners = owners;
    }

    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public void forEachSuccessor(Integer state, SuccessorSink<Integer> sink) {
      assertThat(owners.put(this, Thread.currentThread())).isNull();
      if (2 * state + 1 < 40_000) sink.accept(0, 2 * state + 1);
      if (2 * state + 2 < 40_000) sink.accept(1, 2 * state + 2);
      assertThat(owners.remove(this)).isEqualTo(Thread.currentThread());
    }

    @Override
    public String action(Integer state, int index) {
      return "" + index;
    }

    @Override
    public void encode(Integer state, Encoding encoding) {
      encoding.putInt(state);
    }
  }

  /** A breadth-first search with a queue and a hash set. */
  private static final class Plainest {
    private final Graph graph;
    private final List<Rare> open;
    private final SearchLimits limits;
    private final StopWhen stopWhen;
    private final Map<Integer, Integer> depths = new HashMap<>();
    private final Map<Integer, Vector<String>> runs = new HashMap<>();
    private final List<Integer> queue = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<Rare, Integer> counts = new HashMap<>();
    private final Set<Integer> known = new HashSet<>();
    private long transitions = 1;
    private int deepest;

    Plainest(Graph graph, Vector<Rare> checks, SearchLimits limits, StopWhen stopWhen) {
      this.graph = graph;
      this.open = checks.toJavaList();
      this.limits = limits;
      this.stopWhen = stopWhen;
    }

    Told run() {
      meet(0, 0, Vector.empty());
      for (int next = 0; next < queue.size(); next++) {
        int before = queue.get(next);
        if (limits.steps().contains(depths.get(before))) {
          return told(new SearchEnd.StepsReached(limits.steps().get()));
        }
        int[] successors = graph.successors().apply(before);
        for (int action = 0; action < successors.length; action++) {
          int after = successors[action];
          var run = runs.getOrDefault(before, Vector.empty()).append(before + "#" + action);
          transitions++;
          boolean isEnd = ask(true, before, action, after, run);
          if (!known.contains(after)) {
            if (limits.states().contains(known.size())) {
              return told(isEnd ? new SearchEnd.Found() : new SearchEnd.CutShort(Budget.STATES));
            }
            meet(after, depths.getOrDefault(before, 0) + 1, run);
            isEnd |= ask(false, before, action, after, run);
          }
          if (isEnd) return told(new SearchEnd.Found());
        }
      }
      return told(new SearchEnd.Exhausted());
    }

    private void meet(int state, int depth, Vector<String> run) {
      known.add(state);
      queue.add(state);
      depths.put(state, depth);
      runs.put(state, run);
      deepest = depth;
    }

    private boolean ask(boolean steps, int before, int action, int after, Vector<String> run) {
      boolean isAny = false;
      for (Rare check : List.copyOf(open)) {
        if (check.looksAtSteps() != steps || !check.isHitBy(before, before + "#" + action, after))
          continue;
        isAny = true;
        findings.add(check.name() + " " + run);
        if (counts.merge(check, 1, Integer::sum) >= check.enough()) open.remove(check);
      }
      return isAny
          && switch (stopWhen) {
            case ONE_IS_FOUND -> true;
            case ALL_ARE_FOUND -> open.isEmpty();
            case NEVER -> false;
          };
    }

    private Told told(SearchEnd end) {
      return new Told(known.size(), transitions, deepest, end, findings);
    }
  }
}
