package org.coopcheck.properties.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

class RunGeneratorsTest {
  private static final Vector<Run> RUNS =
      Vector.range(0, 500)
          .map(
              seed ->
                  UniverseRuns.next(new Random(seed), HtmlStandard.VARIANT, Capabilities.ALL, 35));

  @Property(seed = "1", tries = 200)
  void a_run_of_either_kind_has_at_least_30_steps(
      @ForAll("runs") Run run, @ForAll("rawRuns") Run rawRun) {
    assertThat(run.scenario().steps().size()).isBetween(30, 40);
    assertThat(rawRun.scenario().steps().size()).isBetween(30, 40);
  }

  @Example
  void runs_are_made_under_every_variant_with_every_choice_that_changes_it() {
    assertThat(RunGenerators.VARIANTS).containsAll(Variants.ALL);
    assertThat(RunGenerators.VARIANTS.map(Variant::name))
        .containsAll(
            Choices.ALL
                .reject(choice -> choice.isDefault())
                .filter(choice -> choice.refusal().apply(HtmlStandard.VARIANT).isEmpty())
                .map(choice -> "html," + choice.spelling()))
        .doesNotHaveDuplicates();
  }

  @Property(seed = "2", tries = 10)
  void every_step_of_a_run_is_one_that_its_universe_offers(@ForAll("runs") Run run) {
    for (var taken : run.taken().takeUntil(each -> each.before().navigables().size() > 2)) {
      assertThat(UniverseRuns.universe().stepsIn(taken.before()))
          .contains(withOfferedLabel(taken.before(), taken.action()));
    }
  }

  /** Runs skip labels that are another name of a window; universes do not. */
  private static Action withOfferedLabel(World before, Action action) {
    return action.renamed(
        id -> {
          if (before.hasNavigable(id)) return id;
          int number = 1;
          var label = id;
          do {
            label = new NavigableId(id.label().charAt(0) + "" + number++);
          } while (before.hasNavigable(label));
          return label;
        });
  }

  @Property(seed = "3", tries = 200)
  void the_servers_of_a_run_are_those_of_its_universe_as_far_as_it_asks_them(
      @ForAll("runs") Run run) {
    assertThat(UniverseRuns.universe().server().answers()).containsAll(run.scenario().responses());
    var asked =
        new Run(
            run.scenario().withResponses(UniverseRuns.universe().server().answers()),
            run.variant(),
            run.capabilities());
    assertThat(asked.worlds()).isEqualTo(run.worlds());
  }

  // The shapes that rules are about. Of 300 runs a fair part has each.

  @Example
  void most_runs_end_with_several_windows() {
    assertThat(RUNS.count(run -> run.worlds().last().topLevelTraversables().size() > 1))
        .isGreaterThan(300);
  }

  @Example
  void popups_open_popups() {
    assertOften(
        run ->
            run.worlds()
                .exists(
                    world ->
                        world.browsingContexts().values().exists(each -> depth(world, each) >= 2)));
  }

  private static int depth(World world, BrowsingContext popup) {
    var creator = popup.creator().map(world::browsingContext).map(world::topLevelBrowsingContext);
    return creator.isEmpty() ? 0 : 1 + depth(world, creator.get());
  }

  @Example
  void windows_outlive_their_openers() {
    assertOften(
        run ->
            run.worlds()
                .exists(
                    world ->
                        world
                            .browsingContexts()
                            .values()
                            .exists(each -> each.isAuxiliary() && each.opener().isEmpty())));
  }

  @Example
  void windows_switch_groups_on_the_way_and_at_the_end() {
    assertOften(
        run ->
            run.taken()
                .exists(
                    taken ->
                        taken.step().outcome() instanceof Outcome.Navigated(var swap, var error)
                            && swap == Swap.FULL
                            && error.isEmpty()));
  }

  @Example
  void redirects_come_back_to_the_origin_that_they_left() {
    assertOften(
        run ->
            run.scenario()
                .responses()
                .keySet()
                .exists(
                    url -> {
                      var hops = Vector.of(url.toString().split("/then/"));
                      return hops.size() == 3
                          && host(hops.get(0)).equals(host(hops.get(2)))
                          && !host(hops.get(0)).equals(host(hops.get(1)));
                    }));
  }

  private static String host(String hop) {
    return Url.of(hop.startsWith("https:") ? hop : "https://" + hop).tupleOrigin().get().host();
  }

  @Example
  void windows_show_error_pages() {
    assertOften(run -> hasError(run, LoadError.NETWORK));
    assertOften(run -> hasError(run, LoadError.COOP_SANDBOX));
  }

  private static boolean hasError(Run run, LoadError error) {
    return run.worlds()
        .exists(world -> world.documents().values().exists(each -> each.error().contains(error)));
  }

  @Example
  void scripts_write_into_initial_documents() {
    assertOften(
        run ->
            run.taken()
                .exists(
                    taken ->
                        taken.action() instanceof Action.OpenDocument(var target, var by)
                            && taken.before().activeDocument(target).isInitialAboutBlank()
                            && taken.step().isDone()));
  }

  @Example
  void windows_go_back_and_forward_to_other_documents() {
    assertOften(
        run ->
            run.taken()
                .exists(
                    taken ->
                        taken.action() instanceof Action.Traverse(var target, var delta)
                            && delta > 0
                            && !taken
                                .after()
                                .activeDocument(target)
                                .url()
                                .equals(taken.before().activeDocument(target).url())));
  }

  @Example
  void scripts_navigate_other_windows_to_urls_of_every_local_scheme() {
    Vector.of("about", "blob", "javascript")
        .forEach(
            scheme ->
                assertOften(
                    run ->
                        run.taken()
                            .exists(
                                taken ->
                                    taken.action()
                                            instanceof
                                            Action.Navigate(var target, Actor.Script by, var url)
                                        && url.scheme().equals(scheme)
                                        && taken.step().isDone())));
  }

  @Example
  void window_open_finds_windows_by_name_also_in_other_pages() {
    assertOften(
        run ->
            run.taken()
                .exists(
                    taken ->
                        taken.action() instanceof Action.OpenWindow open
                            && taken.step().outcome() instanceof Outcome.Opened opened
                            && !opened.isNew()
                            && !opened.window().equals(open.by())));
  }

  private static void assertOften(Predicate<Run> hasTheShape) {
    assertThat(RUNS.count(hasTheShape)).isGreaterThan(10);
  }

  @Example
  void a_run_reads_as_one_step_a_line_with_what_servers_answer() {
    var page = Url.of("https://a.example/same-origin");
    var redirect = Url.of("https://b.example/unsafe-none/then/a.example/same-origin");
    var w1 = new NavigableId("w1");
    var w2 = new NavigableId("w2");
    Vector<Action> steps =
        Vector.of(
            new Action.OpenTopLevelTraversable(w1, page),
            new Action.OpenWindow(w2, w1, Option.some(redirect), "n", "noopener"),
            new Action.Close(w2, new Actor.User()));
    var run =
        new Run(
            RUNS.head()
                .scenario()
                .withSteps(steps)
                .withResponses(WebPart.of(UniverseRuns.universe().server().answers()::get, steps)),
            HtmlStandard.VARIANT,
            RunGenerators.CAPABILITIES.last());
    assertThat(run)
        .hasToString(
            """
            html, isolation none
              1. the user opens w1: https://a.example/same-origin\
             [Cross-Origin-Opener-Policy: same-origin]
              2. w1 opens w2 named "n" with "noopener":\
             https://b.example/unsafe-none/then/a.example/same-origin 302\
             [Location: https://a.example/same-origin]
                   -> https://a.example/same-origin [Cross-Origin-Opener-Policy: same-origin]
              3. the user closes w2""");
  }

  @Provide
  Arbitrary<Run> runs() {
    return RunGenerators.runs(RunGenerators.VARIANTS);
  }

  @Provide
  Arbitrary<Run> rawRuns() {
    return RunGenerators.rawRuns(RunGenerators.VARIANTS);
  }
}
