package org.coopcheck.counterexamples.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.DocumentId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.RunGenerators;

class ObservationOfRunsTest {
  @Provide
  Arbitrary<Run> runs() {
    return RunGenerators.runs(RunGenerators.VARIANTS);
  }

  private static ScenarioRun taken(Run run) {
    return ScenarioRun.of(run.scenario(), run.variant(), run.capabilities());
  }

  /**
   * A window that was seen open.
   *
   * @param facts what was seen
   * @param world the world in which it was
   * @param document its document there
   */
  private record Seen(WindowFacts facts, World world, Document document) {}

  private static Vector<Vector<Seen>> seenOpen(ScenarioRun run) {
    var labels = run.steps().scanLeft(Labels.NONE, Labels::after).tail();
    var observations = Observation.afterEachStep(run);
    return run.steps()
        .zipWithIndex(
            (taken, index) ->
                observations
                    .get(index)
                    .windows()
                    .filter(WindowFacts::isOpen)
                    .map(facts -> seen(facts, labels.get(index), taken.after())));
  }

  private static Seen seen(WindowFacts facts, Labels labels, World world) {
    var label = labels.all().find(each -> each.text().equals(facts.label())).get();
    return new Seen(facts, world, world.activeDocument(label.window()));
  }

  @Property(seed = "42", tries = 40, edgeCases = EdgeCasesMode.NONE)
  void equal_numbers_mean_the_same_thing_in_every_step_of_a_run(@ForAll("runs") Run run) {
    var seen = seenOpen(taken(run)).flatMap(each -> each);
    meansTheSame(
        seen, WindowFacts::browsingContextGroup, (world, document) -> world.groupOf(document).id());
    meansTheSame(
        seen, WindowFacts::coopGroup, (world, document) -> world.groupOf(document).coopGroup());
    meansTheSame(seen, WindowFacts::agentCluster, World::agentClusterOf);
    meansTheSame(
        seen,
        WindowFacts::virtualBrowsingContextGroup,
        (world, document) ->
            world.groupOf(document).id()
                + " "
                + world
                    .topLevelBrowsingContext(world.browsingContext(document.browsingContext()))
                    .virtualBrowsingContextGroupId());
  }

  private static void meansTheSame(
      Vector<Seen> seen,
      Function<WindowFacts, Integer> number,
      BiFunction<World, Document, Object> thing) {
    var pairs =
        seen.map(
                each ->
                    number.apply(each.facts())
                        + " is "
                        + thing.apply(each.world(), each.document()))
            .distinct();
    int numbers = seen.map(each -> number.apply(each.facts())).distinct().size();
    int things = seen.map(each -> thing.apply(each.world(), each.document())).distinct().size();
    assertThat(pairs).hasSize(numbers).hasSize(things);
  }

  @Property(seed = "43", tries = 40, edgeCases = EdgeCasesMode.NONE)
  void a_new_number_is_always_the_next_one(@ForAll("runs") Run run) {
    var seen = seenOpen(taken(run)).flatMap(each -> each).map(Seen::facts);
    countsUp(seen.map(WindowFacts::browsingContextGroup));
    countsUp(seen.map(WindowFacts::coopGroup));
    countsUp(seen.map(WindowFacts::virtualBrowsingContextGroup));
    countsUp(seen.map(WindowFacts::agentCluster));
    countsUp(seen.map(WindowFacts::process));
  }

  private static void countsUp(Vector<Integer> numbers) {
    assertThat(numbers.distinct()).isEqualTo(Vector.rangeClosed(1, numbers.distinct().size()));
  }

  @Property(seed = "44", tries = 40, edgeCases = EdgeCasesMode.NONE)
  void at_each_step_two_windows_have_one_process_number_if_they_share_a_process(
      @ForAll("runs") Run run) {
    for (var seen : seenOpen(taken(run))) {
      if (seen.isEmpty()) continue;
      var classes = Processes.processes(seen.head().world(), run.variant(), run.capabilities());
      for (var one : seen) {
        for (var other : seen) {
          boolean shares = classOf(classes, one).equals(classOf(classes, other));
          assertThat(one.facts().process() == other.facts().process()).isEqualTo(shares);
        }
      }
    }
  }

  private static SortedSet<DocumentId> classOf(Vector<SortedSet<DocumentId>> classes, Seen seen) {
    return classes.find(each -> each.contains(seen.document().id())).getOrElse(TreeSet.empty());
  }

  @Property(seed = "45", tries = 40, edgeCases = EdgeCasesMode.NONE)
  void a_window_once_seen_is_seen_for_ever_and_in_the_same_place(@ForAll("runs") Run run) {
    var labels =
        Observation.afterEachStep(taken(run))
            .map(observation -> observation.windows().map(WindowFacts::label));
    assertThat(labels.zip(labels.tail()))
        .allSatisfy(pair -> assertThat(pair._2.take(pair._1.size())).isEqualTo(pair._1));
  }

  @Property(seed = "46", tries = 40, edgeCases = EdgeCasesMode.NONE)
  void handles_lead_from_open_windows_to_windows_that_have_been_seen(@ForAll("runs") Run run) {
    // A frame that is hidden in session history is not open, and yet a handle on it is not closed.
    boolean hidesFrames = run.variant().name().contains("traversal=restore");
    for (var observation : Observation.afterEachStep(taken(run))) {
      assertThat(observation.handles())
          .allSatisfy(
              handle -> {
                assertThat(observation.window(handle.from()).get().isOpen()).isTrue();
                assertThat(observation.window(handle.to())).isNotEmpty();
                if (!observation.window(handle.to()).get().isOpen() && !hidesFrames) {
                  assertThat(handle.isClosed()).isTrue();
                }
                if (handle.isClosed()) {
                  assertThat(handle.properties()).isEmpty();
                  assertThat(handle.hasDom()).isFalse();
                }
              });
    }
  }
}
