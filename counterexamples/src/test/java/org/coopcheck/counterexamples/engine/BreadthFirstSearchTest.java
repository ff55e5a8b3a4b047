package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.engine.SearchEnd.CutShort;
import org.coopcheck.counterexamples.engine.SearchEnd.Exhausted;
import org.coopcheck.counterexamples.engine.SearchEnd.Found;
import org.coopcheck.counterexamples.engine.SearchEnd.StepsReached;

class BreadthFirstSearchTest {
  private static final Graph ENDLESS = new Graph(n -> new int[] {n + 1});

  // What is counted.

  @Example
  void a_counter_has_one_state_and_one_transition_for_each_number() {
    var result = BreadthFirstSearch.search(() -> Graph.counter(10), plan());
    assertThat(result.distinct()).isEqualTo(11);
    assertThat(result.transitions()).isEqualTo(1 + 10);
    assertThat(result.depth()).isEqualTo(10);
    assertThat(result.end()).isEqualTo(new Exhausted());
    assertThat(result.isComplete()).isTrue();
  }

  @Example
  void a_cell_that_two_ways_lead_to_is_one_state_and_two_transitions() {
    var result = BreadthFirstSearch.search(() -> Graph.grid(4, 3), plan());
    assertThat(result.distinct()).isEqualTo(12);
    assertThat(result.transitions()).isEqualTo(1 + 3 * 3 + 2 * 4);
    assertThat(result.depth()).isEqualTo(5);
  }

  @Example
  void an_action_that_changes_nothing_counts_as_a_transition() {
    var result = BreadthFirstSearch.search(() -> new Graph(n -> new int[] {0, 0, 0}), plan());
    assertThat(result.distinct()).isEqualTo(1);
    assertThat(result.transitions()).isEqualTo(1 + 3);
    assertThat(result.depth()).isEqualTo(0);
  }

  @Example
  void a_state_in_which_nothing_can_happen_is_no_error() {
    var result = BreadthFirstSearch.search(() -> Graph.counter(0), plan());
    assertThat(result.distinct()).isEqualTo(1);
    assertThat(result.transitions()).isEqualTo(1);
    assertThat(result.isComplete()).isTrue();
  }

  @Example
  void states_with_the_same_encoding_are_one() {
    var result = BreadthFirstSearch.search(BackAndForth::new, plan());
    assertThat(result.distinct()).isEqualTo(6);
    assertThat(result.transitions()).isEqualTo(1 + 6 * 2);
  }

  // What is found.

  @Example
  void the_run_that_is_found_is_as_short_as_any() {
    // 0 1 2 ... 20 one by one, but from 3 there is a leap to 15
    var graph =
        new Graph(n -> n == 3 ? new int[] {4, 15} : n < 20 ? new int[] {n + 1} : new int[] {});
    var trace = search(graph, state("twenty", n -> n == 20)).trace("twenty").get();
    assertThat(trace.length()).isEqualTo(3 + 1 + 5);
    assertThat(trace.actions())
        .containsExactly("0#0", "1#0", "2#0", "3#1", "15#0", "16#0", "17#0", "18#0", "19#0");
    assertThat(trace.stateAfter(4)).isEqualTo(15);
    assertThat(trace.last()).isEqualTo(20);
  }

  @Example
  void of_the_shortest_runs_the_first_in_the_order_of_actions_is_found() {
    var trace = search(Graph.grid(3, 3), state("last", n -> n == 8)).trace("last").get();
    assertThat(trace.actions()).containsExactly("0#0", "1#0", "2#0", "5#0");
  }

  @Example
  void a_run_of_no_steps_is_found_if_the_initial_state_is_looked_for() {
    var result = search(ENDLESS, state("zero", n -> n == 0));
    assertThat(result.trace("zero").get().length()).isEqualTo(0);
    assertThat(result.end()).isEqualTo(new Found());
    assertThat(result.distinct()).isEqualTo(1);
  }

  @Example
  void a_step_to_a_known_state_is_seen_by_those_who_look_at_steps() {
    var circle = new Graph(n -> new int[] {(n + 1) % 4});
    var back = step("back", (before, after) -> before > after);
    var trace = search(circle, back).trace("back").get();
    assertThat(trace.actions()).containsExactly("0#0", "1#0", "2#0", "3#0");
    assertThat(trace.last()).isEqualTo(0);
  }

  @Example
  void a_state_is_shown_once_but_every_step_from_every_state() {
    var states = new ArrayList<Integer>();
    var steps = new ArrayList<String>();
    var onStates = state("states", n -> !states.add(n));
    var onSteps = step("steps", (before, after) -> !steps.add(before + ">" + after));
    search(new Graph(n -> new int[] {0, n, n == 2 ? 2 : n + 1}), onStates, onSteps);
    assertThat(states).containsExactly(0, 1, 2);
    assertThat(steps)
        .containsExactly("0>0", "0>0", "0>1", "1>0", "1>1", "1>2", "2>0", "2>2", "2>2");
  }

  @Example
  void nothing_is_found_where_there_is_nothing() {
    var result = search(Graph.counter(5), state("six", n -> n == 6));
    assertThat(result.findings()).isEmpty();
    assertThat(result.trace("six")).isEmpty();
    assertThat(result.isComplete()).isTrue();
  }

  // When it stops.

  @Example
  void it_stops_at_the_first_finding_if_one_is_enough() {
    var plan = plan(state("five", n -> n == 5), state("three", n -> n == 3));
    var result = BreadthFirstSearch.search(() -> ENDLESS, plan.withStopWhen(StopWhen.ONE_IS_FOUND));
    assertThat(result.findings().map(Finding::check)).containsExactly("three");
    assertThat(result.distinct()).isEqualTo(4);
    assertThat(result.end()).isEqualTo(new Found());
  }

  @Example
  void it_goes_on_until_everything_is_found_and_lists_the_nearest_first() {
    var result = search(ENDLESS, state("five", n -> n == 5), state("three", n -> n == 3));
    assertThat(result.findings().map(Finding::check)).containsExactly("three", "five");
    assertThat(result.findings().map(finding -> finding.trace().length())).containsExactly(3, 5);
    assertThat(result.distinct()).isEqualTo(6);
    assertThat(result.end()).isEqualTo(new Found());
  }

  @Example
  void it_goes_on_to_the_fixpoint_if_it_is_told_to() {
    var plan = plan(state("three", n -> n == 3)).withStopWhen(StopWhen.NEVER);
    var result = BreadthFirstSearch.search(() -> Graph.counter(9), plan);
    assertThat(result.trace("three").get().length()).isEqualTo(3);
    assertThat(result.distinct()).isEqualTo(10);
    assertThat(result.isComplete()).isTrue();
  }

  @Example
  void a_bound_on_steps_is_kept_to_the_step() {
    var plan = plan(state("four", n -> n == 4));
    var three = plan.withLimits(SearchLimits.NONE.withSteps(3));
    var result = BreadthFirstSearch.search(() -> Graph.counter(9), three);
    assertThat(result.end()).isEqualTo(new StepsReached(3));
    assertThat(result.distinct()).isEqualTo(4);
    assertThat(result.depth()).isEqualTo(3);
    assertThat(result.findings()).isEmpty();
    var four = plan.withLimits(SearchLimits.NONE.withSteps(4));
    assertThat(BreadthFirstSearch.search(() -> Graph.counter(9), four).trace("four")).isNotEmpty();
  }

  @Example
  void a_limit_of_states_cuts_short_only_if_there_are_more() {
    var five = plan().withLimits(SearchLimits.NONE.withStates(5));
    var cut = BreadthFirstSearch.search(() -> Graph.counter(9), five);
    assertThat(cut.end()).isEqualTo(new CutShort(Budget.STATES));
    assertThat(cut.distinct()).isEqualTo(5);
    var whole = BreadthFirstSearch.search(() -> new Graph(n -> new int[] {(n + 1) % 5}), five);
    assertThat(whole.distinct()).isEqualTo(5);
    assertThat(whole.isComplete()).isTrue();
  }

  @Example
  void a_step_that_is_looked_for_is_found_even_if_its_state_is_one_too_many() {
    var plan =
        plan(step("to five", (before, after) -> after == 5))
            .withLimits(SearchLimits.NONE.withStates(5));
    var result = BreadthFirstSearch.search(() -> ENDLESS, plan);
    assertThat(result.end()).isEqualTo(new Found());
    assertThat(result.trace("to five").get().length()).isEqualTo(5);
  }

  @Example
  void a_limit_of_time_ends_an_endless_search() {
    var plan = plan().withLimits(SearchLimits.NONE.withTime(Duration.ofMillis(20)));
    var result = BreadthFirstSearch.search(() -> ENDLESS, plan);
    assertThat(result.end()).isEqualTo(new CutShort(Budget.TIME));
    assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
  }

  @Example
  void a_limit_of_memory_ends_an_endless_search() {
    var plan = plan().withLimits(SearchLimits.NONE.withMemory(1));
    var result = BreadthFirstSearch.search(() -> ENDLESS, plan);
    assertThat(result.end()).isEqualTo(new CutShort(Budget.MEMORY));
  }

  @Example
  void a_search_that_is_cancelled_returns_what_it_has_found() {
    var cancellation = new Cancellation();
    var seven = state("seven", n -> n == 7);
    var atNine =
        state(
            "at nine",
            n -> {
              if (n == 9) cancellation.cancel();
              return false;
            });
    var plan = plan(seven, atNine).withCancellation(cancellation);
    var result = BreadthFirstSearch.search(() -> ENDLESS, plan);
    assertThat(result.end()).isEqualTo(new CutShort(Budget.PATIENCE));
    assertThat(result.distinct()).isEqualTo(10);
    assertThat(result.trace("seven").get().length()).isEqualTo(7);
  }

  // Who is told, and what it relies on.

  @Example
  void the_last_report_has_the_final_counts() {
    var reports = new ArrayList<SearchProgress>();
    BreadthFirstSearch.search(() -> Graph.grid(30, 30), plan().withProgress(reports::add));
    var last = reports.get(reports.size() - 1);
    assertThat(last.states()).isEqualTo(900);
    assertThat(last.transitions()).isEqualTo(1 + 2 * 30 * 29);
    assertThat(last.frontier()).isEqualTo(0);
    assertThat(last.depth()).isEqualTo(58);
    assertThat(last.ownTransitions()).isEqualTo(last.transitions());
    assertThat(last.transitionsPerSecond()).isPositive();
  }

  @Example
  void a_system_may_use_one_object_for_all_successors() {
    var plan =
        SearchPlan.<Cell, Integer>of(Vector.of(new CellCheck()))
            .withLimits(SearchLimits.NONE.withSteps(7));
    var trace = BreadthFirstSearch.search(Cells::new, plan).trace("13").get();
    assertThat(trace.steps().map(step -> step.after().value)).containsExactly(1, 3, 6, 13);
  }

  @Example
  void a_run_that_does_not_replay_is_a_defect_and_no_finding() {
    var asked = new AtomicInteger();
    var fickle = new Graph(n -> new int[] {asked.incrementAndGet() > 5 ? n + 2 : n + 1});
    assertThatThrownBy(() -> search(fickle, state("five", n -> n == 5)))
        .isInstanceOf(EngineDefect.class)
        .hasMessageContaining("five");
  }

  @Example
  void the_same_search_twice_gives_the_same() {
    var graph = new Graph(n -> new int[] {n * 7 % 1009, n * 13 % 1009, (n + 1) % 1009});
    var goal = state("1000", n -> n == 1000);
    var one = search(graph, goal);
    var other = search(graph, goal);
    assertThat(one.findings()).isEqualTo(other.findings()).hasSize(1);
    assertThat(one.transitions()).isEqualTo(other.transitions());
  }

  // Checks and systems.

  private static SearchPlan<Integer, String> plan(Check... checks) {
    return SearchPlan.of(Vector.of(checks).map(check -> check));
  }

  private static SearchResult<Integer, String> search(Graph graph, Check... checks) {
    return BreadthFirstSearch.search(() -> graph, plan(checks));
  }

  private static Check state(String name, IntPredicate isHit) {
    return new Check(name, false, (before, after) -> isHit.test(after));
  }

  private static Check step(String name, BiPredicate<Integer, Integer> isHit) {
    return new Check(name, true, isHit);
  }

  private record Check(String name, boolean looksAtSteps, BiPredicate<Integer, Integer> predicate)
      implements StateCheck<Integer, String> {
    @Override
    public boolean isHitBy(Integer initial) {
      return !looksAtSteps && predicate.test(initial, initial);
    }

    @Override
    public boolean isHitBy(Integer before, String action, Integer after) {
      return predicate.test(before, after);
    }
  }

  /** Numbers of a sign that does not count, up to five away from 0. */
  private static final class BackAndForth implements TransitionSystem<Integer, String> {
    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public void forEachSuccessor(Integer state, SuccessorSink<Integer> sink) {
      sink.accept(0, Math.max(-5, state - 1));
      sink.accept(1, Math.min(5, state + 1));
    }

    @Override
    public String action(Integer state, int index) {
      return index == 0 ? "less" : "more";
    }

    @Override
    public void encode(Integer state, Encoding encoding) {
      encoding.putInt(Math.abs(state));
    }
  }

  private static final class Cell {
    private int value;
  }

  /** From n to 2n and 2n + 1, in one object. */
  private static final class Cells implements TransitionSystem<Cell, Integer> {
    private final Cell reused = new Cell();

    @Override
    public Cell initial() {
      return new Cell();
    }

    @Override
    public void forEachSuccessor(Cell state, SuccessorSink<Cell> sink) {
      for (int i = 0; i < 2; i++) {
        reused.value = 2 * state.value + i;
        sink.accept(i, reused);
      }
    }

    @Override
    public Integer action(Cell state, int index) {
      return index;
    }

    @Override
    public void encode(Cell state, Encoding encoding) {
      encoding.putInt(state.value);
    }

    @Override
    public Cell kept(Cell state) {
      var cell = new Cell();
      cell.value = state.value;
      return cell;
    }
  }

  private record CellCheck() implements StateCheck<Cell, Integer> {
    @Override
    public String name() {
      return "13";
    }

    @Override
    public boolean isHitBy(Cell initial) {
      return false;
    }

    @Override
    public boolean isHitBy(Cell before, Integer action, Cell after) {
      return after.value == 13;
    }
  }
}
