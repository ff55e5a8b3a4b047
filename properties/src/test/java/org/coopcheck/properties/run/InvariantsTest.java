package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.Function1;
import io.vavr.collection.SortedMap;
import io.vavr.collection.Stream;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.RunGenerators;
import org.coopcheck.properties.generator.UniverseRuns;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.coopcheck.properties.invariant.Moment;

/** The invariants in runs that no bound keeps small. */
class InvariantsTest {
  private static final NavigableId W1 = new NavigableId("w1");
  private static final NavigableId W2 = new NavigableId("w2");
  private static final NavigableId W3 = new NavigableId("w3");
  private static final NavigableId F1 = new NavigableId("f1");

  /**
   * The invariants that {@code html} violates, each with a shortest run; docs/findings.md says why.
   */
  private static final SortedMap<String, Vector<Action>> VIOLATED =
      TreeMap.<String, Vector<Action>>empty()
          .put(
              "same-origin-excludes-unsafe-none",
              Vector.of(
                  userOpens("a.example/same-origin"), opens(W1, W2), goes(W1, "a.example/down")))
          .put(
              "isolated-groups-are-isolated",
              Vector.of(userOpens("a.example/same-origin-plus-coep"), goes(W1, "a.example/down")))
          .put(
              "only-its-own-popups",
              Vector.of(
                  userOpens("a.example/same-origin-allow-popups"),
                  opens(W1, W2, "b.example/unsafe-none"),
                  goes(W1, "a.example/same-origin-allow-popups")))
          .put(
              "not-its-own-opener",
              Vector.of(
                  userOpens("a.example/same-origin-allow-popups"),
                  opens(W1, W2),
                  opens(W2, W3, "a.example/same-origin-allow-popups"),
                  goes(W2, "a.example/unsafe-none")))
          .put(
              "tainted-means-embeddable",
              Vector.of(userOpens("a.example/same-origin-plus-coep"), frames("a.example/frame")))
          .put(
              "tainted-means-one-top-level-origin",
              Vector.of(
                  userOpens("a.example/same-origin-plus-coep"),
                  opens(W1, W2),
                  goes(W1, "a.example/down")))
          .put(
              "permission-is-not-bypassed",
              Vector.of(
                  userOpens("a.example/same-origin-plus-coep"),
                  goes(W1, "a.example/down"),
                  new Action.Navigate(W1, new Actor.User(), url("b.example/unsafe-none")),
                  frames("a.example/frame"),
                  opens(F1, W2)));

  // Of these, the most documents need one process.
  private static final Capabilities FEWEST_PROCESSES =
      new Capabilities(false, false, CrossOriginIsolationMode.CONCRETE);

  private static Url url(String hostAndPath) {
    return Url.of("https://" + hostAndPath);
  }

  private static Action userOpens(String page) {
    return new Action.OpenTopLevelTraversable(W1, url(page));
  }

  private static Action opens(NavigableId by, NavigableId label) {
    return new Action.OpenWindow(label, by, Option.none(), "_blank", "");
  }

  private static Action opens(NavigableId by, NavigableId label, String page) {
    return new Action.OpenWindow(label, by, Option.some(url(page)), "_blank", "");
  }

  private static Action goes(NavigableId target, String page) {
    return new Action.Navigate(target, new Actor.Itself(), url(page));
  }

  private static Action frames(String page) {
    return new Action.InsertIframe(F1, W1, url(page), Option.none(), Option.none(), false);
  }

  @Property(seed = "101", tries = 300)
  void an_invariant_that_is_not_known_to_be_violated_holds(@ForAll("runs") Run run) {
    run.moments()
        .forEach(
            moment ->
                assertThat(
                        held()
                            .flatMap(
                                each ->
                                    each.violationIn()
                                        .apply(moment)
                                        .map(
                                            violation ->
                                                each.name() + ": " + violation.explanation())))
                    .as("after %s", moment.action())
                    .isEmpty());
  }

  @Provide
  Arbitrary<Run> runs() {
    return RunGenerators.runs(Vector.of(HtmlStandard.VARIANT));
  }

  @Example
  void an_invariant_that_is_known_to_be_violated_is_violated_by_its_run() {
    Function1<String, Invariant> invariant = name -> Invariants.find(name).get();
    assertThat(
            VIOLATED.filter((name, steps) -> moments(steps).forAll(invariant.apply(name)::holdsIn)))
        .isEmpty();
  }

  private static Vector<Moment> moments(Vector<Action> steps) {
    var responses = UniverseRuns.universe().server().answers();
    var scenario = new Scenario("", Option.none(), Option.none(), responses, steps);
    return new Run(scenario, HtmlStandard.VARIANT, FEWEST_PROCESSES).moments();
  }

  @Example
  void an_invariant_that_holds_has_met_its_witness() {
    var moments =
        Stream.range(0, 300)
            .flatMap(
                seed ->
                    UniverseRuns.next(new Random(seed), HtmlStandard.VARIANT, FEWEST_PROCESSES, 35)
                        .moments());
    assertThat(held().filter(each -> !moments.exists(each.isWitness()::apply)).map(Invariant::name))
        .isEmpty();
  }

  private static Vector<Invariant> held() {
    return Invariants.meantFor(HtmlStandard.VARIANT)
        .reject(each -> VIOLATED.containsKey(each.name()));
  }
}
