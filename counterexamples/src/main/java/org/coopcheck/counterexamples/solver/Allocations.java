package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.IntVar;
import org.coopcheck.counterexamples.solver.Allocation.Demand;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Questions.Colocation;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.invariant.CrossIsolationLeak;

/**
 * Gives documents processes: those that need one process the same, and none that would leak to a
 * cross-origin isolated document the process of that.
 */
public final class Allocations {
  private Allocations() {}

  /**
   * @param world the world
   * @param variant whose rules say who must share
   * @param capabilities what the browser is able to do
   */
  public static Allocation of(World world, Variant variant, Capabilities capabilities) {
    var documents = world.fullyActiveDocuments();
    var unsafe = documents.flatMap(document -> apart(world, document, document));
    var demands =
        unsafe.appendAll(
            Parts.pairs(documents.size())
                .flatMap(
                    pair -> {
                      var one = documents.get(pair.first());
                      var other = documents.get(pair.second());
                      return together(world, one, other, variant, capabilities)
                          .toVector()
                          .appendAll(apart(world, one, other))
                          .appendAll(apart(world, other, one));
                    }));
    var windows = documents.map(world::navigableOf);
    return finest(windows, demands)
        .<Allocation>map(Allocation.Possible::new)
        .getOrElse(() -> new Allocation.Impossible(conflict(windows, demands)));
  }

  private static Option<Demand> together(
      World world, Document one, Document other, Variant variant, Capabilities capabilities) {
    var common = Processes.colocation(world, one, other, capabilities);
    var rule = variant.mustShareAProcess();
    return Option.when(
        rule.apply(common),
        () ->
            new Demand(
                world.navigableOf(one),
                world.navigableOf(other),
                true,
                facts(common)
                    .find(fact -> rule.apply(fact.alone()))
                    .map(Fact::words)
                    .getOrElse("all that they have in common")));
  }

  /** One thing that two documents have in common. */
  private record Fact(String words, Colocation alone) {}

  private static Vector<Fact> facts(Colocation common) {
    var capabilities = common.capabilities();
    return Vector.of(
            Option.when(
                common.sameAgentCluster(),
                () ->
                    new Fact(
                        "they are in one agent cluster",
                        new Colocation(true, false, false, false, capabilities))),
            Option.when(
                common.samePage(),
                () ->
                    new Fact(
                        "they are in one page, and the browser has no processes for iframes",
                        new Colocation(false, true, false, false, capabilities))),
            Option.when(
                common.sameGroup(),
                () ->
                    new Fact(
                        "they are in one browsing context group, and the browser does not isolate"
                            + " pages",
                        new Colocation(false, false, true, false, capabilities))),
            Option.when(
                common.sameCoopGroup(),
                () ->
                    new Fact(
                        "they are in one COOP group, and the browser does not isolate pages",
                        new Colocation(false, false, false, true, capabilities))))
        .flatMap(fact -> fact);
  }

  private static Option<Demand> apart(World world, Document isolated, Document other) {
    if (!CrossOriginIsolation.isCapable(world, isolated)) return Option.none();
    return CrossIsolationLeak.between(world, isolated, other)
        .map(
            why ->
                new Demand(
                    world.navigableOf(isolated),
                    world.navigableOf(other),
                    false,
                    isolated.equals(other)
                        ? "it is cross-origin isolated, but " + why
                        : "%s is cross-origin isolated, and as for %s, %s"
                            .formatted(
                                world.navigableOf(isolated), world.navigableOf(other), why)));
  }

  /** As many processes as can be; none if the demands cannot be met. */
  private static Option<Vector<Vector<NavigableId>>> finest(
      Vector<NavigableId> windows, Vector<Demand> demands) {
    if (windows.isEmpty()) return Option.some(Vector.empty());
    var model = new Model("processes");
    // The first document is in the first process, the next in that or the second...
    var processes =
        windows
            .zipWithIndex((window, index) -> model.intVar(window.label(), 0, index))
            .toJavaArray(IntVar[]::new);
    for (Demand demand : demands) {
      model
          .arithm(
              processes[windows.indexOf(demand.one())],
              demand.isTogether() ? "=" : "!=",
              processes[windows.indexOf(demand.other())])
          .post();
    }
    var count = model.intVar("number of processes", 1, windows.size());
    model.nValues(processes, count).post();
    var best = model.getSolver().findOptimalSolution(count, Model.MAXIMIZE);
    return Option.of(best)
        .map(
            solution ->
                windows
                    .zipWithIndex()
                    .groupBy(each -> solution.getIntVal(processes[each._2]))
                    .toSortedMap(each -> each)
                    .values()
                    .map(each -> each.map(pair -> pair._1))
                    .toVector());
  }

  /** What is left when each demand is dropped without which there still is a conflict. */
  private static Vector<Demand> conflict(Vector<NavigableId> windows, Vector<Demand> demands) {
    return demands.foldLeft(
        demands,
        (left, demand) -> {
          var without = left.remove(demand);
          return finest(windows, without).isEmpty() ? without : left;
        });
  }
}
