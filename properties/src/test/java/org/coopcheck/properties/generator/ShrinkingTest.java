package org.coopcheck.properties.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.NaiveInheritance;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.World;

class ShrinkingTest {

  @Property(seed = "1", tries = 40)
  void whatever_is_simpler_is_smaller(@ForAll("runs") Run run) {
    for (Run simpler : Shrinking.simplerThan(run).take(200)) {
      assertThat(compare(Shrinking.size(simpler), Shrinking.size(run))).isNegative();
    }
  }

  private static int compare(Vector<Long> a, Vector<Long> b) {
    return a.zip(b)
        .map(pair -> Long.compare(pair._1, pair._2))
        .find(order -> order != 0)
        .getOrElse(0);
  }

  // Whoever takes away one thing at a time may end beside the smallest run, but not far from it.

  @Example
  void runs_to_two_groups_shrink_to_two_windows() {
    assertShrinkTo(2, run -> endsIn(run, world -> world.groups().size() == 2));
  }

  @Example
  void runs_to_a_sandboxed_error_page_shrink_to_a_sandbox_and_an_opener_policy() {
    assertShrinkTo(
        2,
        run ->
            endsIn(
                run,
                world ->
                    world
                        .topLevelDocuments()
                        .exists(each -> each.error().contains(LoadError.COOP_SANDBOX))));
  }

  @Example
  void runs_that_switch_on_the_way_from_plain_to_plain_shrink_to_one_redirect() {
    var simplest = assertShrinkTo(2, ShrinkingTest::switchesBetweenPlainPages);
    assertThat(simplest)
        .hasToString(
            """
            html
              1. the user opens w1: https://a.example/unsafe-none
              2. w1 navigates itself:\
             https://a.example/same-origin-allow-popups/then/a.example/unsafe-none 302\
             [Cross-Origin-Opener-Policy: same-origin-allow-popups;\
             Location: https://a.example/unsafe-none]
                   -> https://a.example/unsafe-none""");
  }

  /** Under these rules only a hop between two documents without a policy can be the reason. */
  private static boolean switchesBetweenPlainPages(Run run) {
    return run.taken()
        .exists(
            taken ->
                taken.action() instanceof Action.Navigate navigate
                    && taken.step().outcome() instanceof Outcome.Navigated(var swap, var error)
                    && swap == Swap.FULL
                    && error.isEmpty()
                    && isPlain(taken.before().activeDocument(navigate.target()))
                    && isPlain(taken.after().activeDocument(navigate.target())));
  }

  private static boolean isPlain(Document document) {
    return document.error().isEmpty() && document.openerPolicy().equals(OpenerPolicy.DEFAULT);
  }

  private static boolean endsIn(Run run, Predicate<World> isWanted) {
    var worlds = run.worlds();
    return worlds.nonEmpty() && isWanted.test(worlds.last());
  }

  /**
   * Some runs shrink to the fewest steps that it takes, and none ends with many more.
   *
   * @return the simplest of all
   */
  private static Run assertShrinkTo(int steps, Predicate<Run> isWanted) {
    var shrunk =
        Stream.iterate(0, seed -> seed + 1)
            .map(ShrinkingTest::run)
            .filter(isWanted)
            .take(8)
            .map(run -> shrunk(run, isWanted))
            .toVector()
            .sorted((a, b) -> compare(Shrinking.size(a), Shrinking.size(b)));
    assertThat(shrunk.head().scenario().steps()).hasSize(steps);
    assertThat(shrunk.last().scenario().steps().size()).isLessThanOrEqualTo(steps + 3);
    return shrunk.head();
  }

  private static Run run(int seed) {
    return UniverseRuns.next(
        new Random(seed),
        NaiveInheritance.VARIANT,
        new Capabilities(false, false, CrossOriginIsolationMode.NONE),
        30);
  }

  private static Run shrunk(Run run, Predicate<Run> isWanted) {
    var simplest = run;
    while (true) {
      var simpler = Shrinking.simplerThan(simplest).find(isWanted);
      if (simpler.isEmpty()) return simplest;
      simplest = simpler.get();
    }
  }

  @Example
  void a_shrunk_run_is_under_the_standard_with_all_capabilities() {
    var simplest = shrunk(run(1), run -> !run.worlds().isEmpty());
    assertThat(simplest.variant()).isEqualTo(HtmlStandard.VARIANT);
    assertThat(simplest.capabilities()).isEqualTo(Capabilities.ALL);
    assertThat(simplest.scenario().steps()).hasSize(1);
  }

  @Provide
  Arbitrary<Run> runs() {
    return Arbitraries.oneOf(
        RunGenerators.runs(RunGenerators.VARIANTS), RunGenerators.rawRuns(RunGenerators.VARIANTS));
  }
}
