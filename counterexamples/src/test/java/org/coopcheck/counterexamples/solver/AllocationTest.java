package org.coopcheck.counterexamples.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.WorkReduction;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Invariants;
import org.coopcheck.properties.invariant.Moment;

class AllocationTest {
  private static final Vector<Capabilities> CAPABILITIES =
      Vector.of(false, true)
          .flatMap(
              pageIsolation ->
                  Vector.of(false, true)
                      .map(
                          oopif ->
                              new Capabilities(
                                  oopif, pageIsolation, CrossOriginIsolationMode.CONCRETE)));

  @Example
  void processes_can_be_allocated_just_where_no_isolated_document_needs_one_with_others() {
    for (Variant variant : Variants.ALL) {
      var bound = Bound.standardFor(Vector.of(variant));
      var universe = new Universe(bound);
      var encoding =
          new WorldEncoding(Observed.of(bound, false, WorkReduction.ALL), universe.tupleOrigins());
      for (World world : Worlds.within(2, universe, variant, encoding)) {
        for (Capabilities capabilities : CAPABILITIES) {
          var allocation = Allocations.of(world, variant, capabilities);
          assertThat(allocation instanceof Allocation.Possible)
              .as(() -> variant.name() + " " + world)
              .isEqualTo(isSafe(world, universe, variant, capabilities));
          if (allocation instanceof Allocation.Possible possible) {
            assertThat(possible.processes().toSet())
                .isEqualTo(
                    Processes.forcedClasses(world, variant, capabilities)
                        .map(
                            each ->
                                each.toVector()
                                    .map(world::document)
                                    .map(world::navigableOf)
                                    .sorted())
                        .toSet());
          }
        }
      }
    }
  }

  private static boolean isSafe(
      World world, Universe universe, Variant variant, Capabilities capabilities) {
    Action any = universe.stepsIn(world).head();
    var moment = new Moment(world, universe.server(), any, world, variant, capabilities);
    return Vector.of("P1", "P2", "P3").forAll(name -> Invariants.find(name).get().holdsIn(moment));
  }

  @Example
  void a_conflict_is_a_chain_that_leads_from_an_isolated_document_to_another() {
    String text =
        """
        coopcheck: 1
        responses:
          https://shop.example/:
            headers:
              Cross-Origin-Opener-Policy: same-origin
              Cross-Origin-Embedder-Policy: require-corp
        steps:
          - {tab: shop, url: https://shop.example/}
          - {iframe: ad, in: shop, url: https://shop.example/ad}
        """;
    var scenario = ScenarioFiles.read("test.yaml", text).get().head().scenario();
    var variant = Variants.parse("html").get();
    // What is refused is an error page, and that has no embedder policy.
    var noIframeProcesses = new Capabilities(false, true, CrossOriginIsolationMode.CONCRETE);
    var world = ScenarioRun.of(scenario, variant, noIframeProcesses).steps().last().step().world();
    assertThat(Allocations.of(world, variant, noIframeProcesses))
        .isInstanceOfSatisfying(
            Allocation.Impossible.class,
            impossible ->
                assertThat(impossible.conflict().map(Allocation.Demand::toString))
                    .containsExactly(
                        "ad and shop must share a process: they are in one page, and the browser has no"
                            + " processes for iframes",
                        "shop and ad must not share a process: shop is cross-origin isolated, and as for"
                            + " ad, it has the embedder policy unsafe-none"));
  }
}
