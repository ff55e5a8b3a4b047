package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.RunGenerators;
import org.coopcheck.properties.generator.UniverseRuns;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.coopcheck.properties.invariant.Moment;

/** The invariants in runs that no bound keeps small. */
class InvariantsTest {
  /** The invariants that {@code html} violates, by name; docs/findings says how and why. */
  private static final Vector<String> VIOLATED =
      Vector.of(
          "same-origin-excludes-unsafe-none",
          "isolated-groups-are-isolated",
          "only-its-own-popups",
          "tainted-means-embeddable",
          "tainted-means-one-top-level-origin");

  private static final Capabilities FEWEST_PROCESSES =
      new Capabilities(false, false, CrossOriginIsolationMode.CONCRETE);

  private static final Stream<Moment> MOMENTS =
      Stream.range(0, 1000)
          .flatMap(
              seed ->
                  UniverseRuns.next(new Random(seed), HtmlStandard.VARIANT, FEWEST_PROCESSES, 35)
                      .moments());

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
  void an_invariant_that_is_known_to_be_violated_is_violated_by_some_run() {
    assertThat(VIOLATED.filter(name -> Invariants.find(name).isEmpty())).isEmpty();
    assertThat(
            VIOLATED
                .map(name -> Invariants.find(name).get())
                .filter(invariant -> MOMENTS.forAll(invariant::holdsIn))
                .map(Invariant::name))
        .isEmpty();
  }

  @Example
  void an_invariant_that_holds_has_met_its_witness() {
    assertThat(
            held()
                .filter(invariant -> !MOMENTS.exists(invariant.isWitness()::apply))
                .map(Invariant::name))
        .isEmpty();
  }

  private static Vector<Invariant> held() {
    return Invariants.ALL.reject(each -> VIOLATED.contains(each.name()));
  }
}
