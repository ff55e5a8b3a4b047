package org.coopcheck.counterexamples.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.core.CoreBench;
import org.coopcheck.counterexamples.core.CoreProperty;
import org.coopcheck.counterexamples.core.CoreRequest;
import org.coopcheck.counterexamples.core.CoreResult;
import org.coopcheck.counterexamples.core.CoreSystem;
import org.coopcheck.counterexamples.core.CoreTables;
import org.coopcheck.counterexamples.core.CoreVerdict;
import org.coopcheck.counterexamples.core.CoreWorld;
import org.coopcheck.counterexamples.core.SeededBug;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;

class CoreSolverTest {

  private static CoreResult solved(CoreRequest request) {
    return CoreSolver.run(request, new Cancellation());
  }

  @Example
  void an_invariant_that_no_step_breaks_holds_in_runs_of_any_length() {
    var result = solved(CoreRequest.of(3, false));
    assertThat(result.verdict()).isEqualTo(new CoreVerdict.Holds());
    assertThat(result.isComplete()).isTrue();
  }

  @Example
  void each_seeded_bug_is_found_in_as_few_steps_as_by_the_search_of_all_states() {
    for (SeededBug bug : Vector.of(SeededBug.values()).remove(SeededBug.NONE)) {
      for (int windows = 2; windows <= 3; windows++) {
        var request = CoreRequest.of(windows, false).withBug(bug);
        var found = solved(request);
        var searched = CoreBench.run(request);
        assertThat(found.verdict()).isEqualTo(searched.verdict());
        assertThat(found.steps()).isEqualTo(searched.steps());
        assertThat(found.isComplete()).isFalse();
      }
    }
  }

  @Example
  void a_target_is_reached_in_the_fewest_steps() {
    var request = CoreRequest.of(2, false).withTarget(CoreProperty.FULL_SPLIT);
    assertThat(solved(request).steps()).contains(3).isEqualTo(CoreBench.run(request).steps());
    assertThat(solved(request.withSteps(2)).verdict())
        .isEqualTo(new CoreVerdict.Unreached(CoreProperty.FULL_SPLIT));
  }

  @Example
  void nothing_is_said_of_runs_that_are_longer_than_was_asked() {
    var request = CoreRequest.of(3, false).withBug(SeededBug.MATCH_OF_VALUES_ALONE).withSteps(2);
    var result = solved(request);
    assertThat(result.verdict()).isEqualTo(new CoreVerdict.Holds());
    assertThat(result.isComplete()).isFalse();
    assertThat(result.depth()).isEqualTo(2);
  }

  @Example
  void a_search_that_is_cancelled_says_nothing() {
    var cancellation = new Cancellation();
    cancellation.cancel();
    assertThat(CoreSolver.run(CoreRequest.of(3, false), cancellation).verdict())
        .isEqualTo(new CoreVerdict.Undecided(Budget.PATIENCE));
  }

  /** What two windows and an acting one decide is all that there is to decide. */
  @Example
  void the_runs_of_the_tables_are_those_of_the_core_world() {
    for (SeededBug bug : SeededBug.values()) {
      var runs = new CoreRuns(3, new CoreTables(bug)).fromTheInitialState().step().step().step();
      Map<Vector<Integer>, Vector<Integer>> solved = new HashMap<>();
      runs.forEach((actions, state) -> assertThat(solved.put(actions, state)).isNull());
      assertThat(solved).isEqualTo(searched(bug, 3));
    }
  }

  private static Map<Vector<Integer>, Vector<Integer>> searched(SeededBug bug, int steps) {
    var system = new CoreSystem(3, false, bug);
    var layer = new HashMap<Vector<Integer>, CoreWorld>();
    layer.put(Vector.empty(), system.initial());
    for (int i = 0; i < steps; i++) {
      var next = new HashMap<Vector<Integer>, CoreWorld>();
      layer.forEach(
          (actions, world) ->
              system.forEachSuccessor(
                  world, (action, after) -> next.put(actions.append(action), system.kept(after))));
      layer.clear();
      layer.putAll(next);
    }
    var states = new HashMap<Vector<Integer>, Vector<Integer>>();
    layer.forEach((actions, world) -> states.put(actions, numbers(world)));
    return states;
  }

  /** The windows, and for each of them what is between it and each. */
  private static Vector<Integer> numbers(CoreWorld world) {
    var places = Vector.range(0, 3);
    return places
        .map(
            i ->
                world.isAlive(i)
                    ? 1
                        + (world.origin(i) * 4 + world.coop(i)) * 2
                        + (world.isInitialEmptyDocument(i) ? 1 : 0)
                    : 0)
        .appendAll(places.flatMap(i -> places.map(j -> between(world, i, j))));
  }

  private static int between(CoreWorld world, int one, int other) {
    if (one == other || !world.isAlive(one) || !world.isAlive(other)) return 0;
    return (world.group(one) == world.group(other) ? 1 : 0)
        + (world.opener(other) == one ? 2 : 0)
        + (world.opener(one) == other ? 4 : 0);
  }
}
