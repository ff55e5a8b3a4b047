package org.coopcheck.counterexamples.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.Tuple.Tuple4;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.engine.Storage;
import org.coopcheck.counterexamples.engine.Workers;

class CoreBenchTest {

  @Data
  Iterable<Tuple4<Integer, Boolean, Integer, Long>> counts() {
    // Those of four windows and less symmetry were counted by Spin and TLC too.
    return Table.of( // windows, symmetry, distinct states, transitions
        Tuple.of(3, false, 15_519, 409_015L),
        Tuple.of(3, true, 1_406, 36_946L),
        Tuple.of(4, false, 849_633, 30_139_985L),
        Tuple.of(4, true, 20_042, 709_927L));
  }

  @Property
  @FromData("counts")
  void all_states_are_found_and_each_once(
      @ForAll int windows,
      @ForAll boolean symmetry,
      @ForAll int distinct,
      @ForAll long transitions) {
    CoreResult result = CoreBench.run(CoreRequest.of(windows, symmetry));
    assertThat(result.verdict()).isEqualTo(new CoreVerdict.Holds());
    assertThat(result.isComplete()).isTrue();
    assertThat(result.distinct()).isEqualTo(distinct);
    assertThat(result.transitions()).isEqualTo(transitions);
    assertThat(result.steps()).isEmpty();
  }

  @Example
  void a_state_of_four_windows_takes_at_most_24_bytes_of_the_visited_set() {
    CoreResult result = CoreBench.run(CoreRequest.of(4, false));
    assertThat((double) result.bytes() / result.distinct()).isBetween(5.0 + 8 + 4, 24.0);
  }

  @Data
  Iterable<Tuple2<Integer, Integer>> bugs() {
    return Table.of( // bug, steps
        Tuple.of(1, 2), Tuple.of(2, 3), Tuple.of(3, 3));
  }

  @Property
  @FromData("bugs")
  void every_seeded_bug_falls_to_a_shortest_counterexample_that_replays(
      @ForAll int bug, @ForAll int steps) {
    for (boolean symmetry : new boolean[] {false, true}) {
      for (int windows = 2; windows <= 4; windows++) {
        var request = CoreRequest.of(windows, symmetry).withBug(SeededBug.numbered(bug).get());
        CoreResult result = CoreBench.run(request);
        assertThat(result.verdict()).isEqualTo(new CoreVerdict.Violated(CoreProperty.ISOLATED));
        assertThat(result.steps()).contains(steps);
        assertReplays(request, result, world -> !world.isIsolated());
        assertThat(CoreBench.run(request.withTarget(CoreProperty.ISOLATED)).steps())
            .contains(steps);
        assertThat(CoreBench.run(request.withSteps(steps - 1)).verdict())
            .isEqualTo(new CoreVerdict.Holds());
      }
    }
  }

  @Data
  Iterable<Tuple3<Integer, Boolean, Integer>> splits() {
    return Table.of( // windows, symmetry, steps
        Tuple.of(3, false, 5), Tuple.of(3, true, 5), Tuple.of(4, false, 7), Tuple.of(4, true, 7));
  }

  @Property
  @FromData("splits")
  void a_full_split_takes_one_popup_less_than_windows_and_one_navigation_for_each(
      @ForAll int windows, @ForAll boolean symmetry, @ForAll int steps) {
    var request = CoreRequest.of(windows, symmetry).withTarget(CoreProperty.FULL_SPLIT);
    CoreResult result = CoreBench.run(request);
    assertThat(result.verdict()).isEqualTo(new CoreVerdict.Reached(CoreProperty.FULL_SPLIT));
    assertThat(result.steps()).contains(steps);
    assertReplays(request, result, ReferenceWorld::isFullySplit);
  }

  @Example
  void a_target_beyond_the_bound_is_unreached() {
    var request = CoreRequest.of(3, true).withTarget(CoreProperty.FULL_SPLIT).withSteps(4);
    CoreResult result = CoreBench.run(request);
    assertThat(result.verdict()).isEqualTo(new CoreVerdict.Unreached(CoreProperty.FULL_SPLIT));
    assertThat(result.isComplete()).isFalse();
    assertThat(result.depth()).isEqualTo(4);
  }

  @Example
  void a_search_out_of_its_budget_is_undecided() {
    var budget = SearchLimits.NONE.withStates(1_000);
    CoreResult result =
        CoreBench.run(
            CoreRequest.of(4, false),
            budget,
            progress -> {},
            new Cancellation(),
            Storage.ENCODINGS,
            new Workers(1),
            Option.none());
    assertThat(result.verdict()).isEqualTo(new CoreVerdict.Undecided(Budget.STATES));
    assertThat(result.distinct()).isEqualTo(1_000);
  }

  private static void assertReplays(
      CoreRequest request, CoreResult result, Predicate<ReferenceWorld> isFound) {
    var worlds = Vector.of(ReferenceWorld.initial(request.windows(), request.bug().number()));
    var trace = result.trace().get();
    for (CoreAction action : trace.actions()) {
      var next = worlds.last().next().find(n -> n.action().equals(action));
      assertThat(next).as("%s is enabled", action).isNotEmpty();
      worlds = worlds.append(next.get().world());
    }
    assertThat(worlds.last().packed().bits()).isEqualTo(trace.last().bits());
    assertThat(worlds.last()).matches(isFound);
    assertThat(worlds.init()).noneMatch(isFound);
  }
}
