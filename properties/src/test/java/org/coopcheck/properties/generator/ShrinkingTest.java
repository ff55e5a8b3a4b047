package org.coopcheck.properties.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;
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

  @Example
  void a_run_to_two_groups_shrinks_to_two_windows_on_the_plainest_page() {
    var simplest = simplest(run -> endsIn(run, world -> world.groups().size() == 2));
    assertThat(simplest.scenario().steps()).hasSize(2);
    assertThat(simplest.worlds().last().navigables().keySet())
        .extracting(NavigableId::label)
        .containsExactly("w1", "w2");
    assertThat(simplest.scenario().responses().keySet())
        .containsExactly(Url.of("https://a.example/unsafe-none"));
  }

  @Example
  void a_run_to_a_sandboxed_error_page_shrinks_to_a_sandbox_and_one_opener_policy() {
    var simplest =
        simplest(
            run ->
                endsIn(
                    run,
                    world ->
                        world
                            .topLevelDocuments()
                            .exists(each -> each.error().contains(LoadError.COOP_SANDBOX))));
    assertThat(simplest.scenario().steps().size()).isLessThanOrEqualTo(3);
    assertThat(simplest.scenario().responses().values().flatMap(answers -> answers))
        .contains(
            new Answer.Served(
                200, HeaderList.of("Cross-Origin-Opener-Policy", "same-origin-allow-popups")));
  }

  @Example
  void a_run_that_is_cut_on_the_way_keeps_one_redirect() {
    var simplest =
        simplest(
            run ->
                endsIn(
                    run,
                    world ->
                        world.topLevelDocuments().exists(each -> wasCutOnTheWay(world, each))));
    assertThat(simplest)
        .hasToString(
            """
            html
              1. the user opens w1: https://a.example/unsafe-none
              2. w1 opens w2: https://a.example/same-origin-allow-popups/then/a.example/unsafe-none\
             302 [Cross-Origin-Opener-Policy: same-origin-allow-popups;\
             Location: https://a.example/unsafe-none]
                   -> https://a.example/unsafe-none""");
  }

  /** A popup without an opener, though it asked for one and no policy that is left cuts it off. */
  private static boolean wasCutOnTheWay(World world, Document document) {
    return world.navigable(world.navigableOf(document)).isCreatedByWebContent()
        && !world.browsingContext(document.browsingContext()).isAuxiliary()
        && world.browsingContext(document.browsingContext()).initialUrl().isEmpty()
        && !document.isInitialAboutBlank()
        && world.topLevelTraversables().size() == 2
        && world.topLevelDocuments().forAll(each -> each.error().isEmpty())
        && world
            .topLevelDocuments()
            .forAll(each -> each.openerPolicy().equals(OpenerPolicy.DEFAULT));
  }

  private static boolean endsIn(Run run, Predicate<World> isWanted) {
    var worlds = run.worlds();
    return worlds.nonEmpty() && isWanted.test(worlds.last());
  }

  /** What is left of the first run that is as wanted when nothing simpler is. */
  private static Run simplest(Predicate<Run> isWanted) {
    var run =
        Vector.range(0, 2000)
            .toStream()
            .map(
                seed ->
                    UniverseRuns.next(
                        new Random(seed),
                        Variants.ALL.last(),
                        RunGenerators.CAPABILITIES.last(),
                        30))
            .find(isWanted)
            .get();
    while (true) {
      var simpler = Shrinking.simplerThan(run).find(isWanted);
      if (simpler.isEmpty()) return run;
      run = simpler.get();
    }
  }

  @Example
  void a_shrunk_run_is_under_the_standard_with_all_capabilities() {
    var simplest = simplest(run -> !run.worlds().isEmpty());
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
