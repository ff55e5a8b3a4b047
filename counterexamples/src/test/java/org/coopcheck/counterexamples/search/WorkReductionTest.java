package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Set;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.counterexamples.engine.BreadthFirstSearch;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.engine.SearchPlan;
import org.coopcheck.counterexamples.engine.StateCheck;
import org.coopcheck.counterexamples.engine.StopWhen;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Navigable;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Invariants;

/** Each reduction is held against the search that does without. */
class WorkReductionTest {
  private static final Vector<SortedSet<WorkReduction>> WITHOUT =
      Vector.of(WorkReduction.values())
          .map(each -> (SortedSet<WorkReduction>) WorkReduction.ALL.remove(each))
          .append(TreeSet.empty());

  @Data
  Iterable<Tuple2<String, Integer>> searches() {
    return Table.of( // variant, steps
        Tuple.of("html", 2),
        Tuple.of("html+naive", 2),
        Tuple.of("restrict-properties+coop-origin", 2),
        Tuple.of("cpwpp", 2));
  }

  @Property
  @FromData("searches")
  void no_verdict_and_no_length_depends_on_a_reduction(@ForAll String variant, @ForAll int steps) {
    var all = told(variant, steps, WorkReduction.ALL);
    assertThat(all).isNotEmpty();
    for (var reductions : WITHOUT) {
      assertThat(told(variant, steps, reductions)).isEqualTo(all);
    }
  }

  private static Vector<String> told(
      String variant, int steps, SortedSet<WorkReduction> reductions) {
    return checked(variant, steps, reductions)
        .map(
            each ->
                each.invariant().name()
                    + " "
                    + each.verdict().word()
                    + " "
                    + (each.verdict() instanceof Verdict.Violated violated
                        ? violated.counterexample().scenario().steps().size()
                        : 0));
  }

  private static Vector<Checked> checked(
      String name, int steps, SortedSet<WorkReduction> reductions) {
    Variant variant = Variants.parse(name).get();
    return InvariantSearch.batches(Invariants.meantFor(variant), bound(variant, steps), true)
        .flatMap(
            batch ->
                InvariantSearch.search(variant, batch, Conduct.PLAIN.withReductions(reductions)));
  }

  @Property
  @FromData("searches")
  void whatever_can_be_observed_is_reached_with_and_without(
      @ForAll String variant, @ForAll int steps) {
    var plain = observed(Variants.parse(variant).get(), steps, TreeSet.empty());
    assertThat(plain).hasSizeGreaterThan(20);
    for (var reduction : Vector.of(WorkReduction.DEAD_HANDLES, WorkReduction.UNSEEN_PARTS)) {
      var reduced = observed(Variants.parse(variant).get(), steps, TreeSet.of(reduction));
      assertThat(reduced).isEqualTo(plain);
    }
  }

  @Example
  void each_reduction_leaves_fewer_worlds() {
    int all = worlds(WorkReduction.ALL);
    for (var reductions : WITHOUT) assertThat(worlds(reductions)).isGreaterThan(all);
  }

  private static int worlds(SortedSet<WorkReduction> reductions) {
    var batch =
        InvariantSearch.batches(Invariants.ALL.take(1), bound(HtmlStandard.VARIANT, 3), true)
            .head();
    return InvariantSearch.search(
            HtmlStandard.VARIANT, batch, Conduct.PLAIN.withReductions(reductions))
        .head()
        .worlds();
  }

  private static Bound bound(Variant variant, int steps) {
    return Bound.standardFor(Vector.of(variant)).withSteps(Option.some(steps));
  }

  /** What scripts can find out in any of the worlds that a search reaches. */
  private static Set<String> observed(
      Variant variant, int steps, SortedSet<WorkReduction> reductions) {
    var bound = bound(variant, steps);
    var universe =
        new Universe(bound.withKinds(bound.kinds().add(StepKind.NAME).remove(StepKind.IFRAME)));
    var gathered = new java.util.TreeSet<String>();
    BreadthFirstSearch.search(
        () ->
            new WorldSystem(
                universe,
                variant,
                Observed.of(universe.bound(), false, reductions),
                Decisions.UNHEARD),
        SearchPlan.of(Vector.<StateCheck<World, Action>>of(new Gatherer(gathered)))
            .withStopWhen(StopWhen.NEVER)
            .withLimits(SearchLimits.NONE.withSteps(steps)));
    return gathered;
  }

  private record Gatherer(Set<String> gathered) implements StateCheck<World, Action> {
    @Override
    public String name() {
      return "gatherer";
    }

    @Override
    public boolean isHitBy(World initial) {
      return false;
    }

    @Override
    public boolean isHitBy(World before, Action action, World after) {
      var windows = after.topLevelTraversables();
      gathered.add(windows.map(each -> facts(after, windows, each)).mkString("; "));
      return false;
    }

    private static String facts(World world, Vector<Navigable> windows, Navigable window) {
      Document document = world.activeDocument(window.id());
      var context = world.browsingContext(document.browsingContext());
      var groups = windows.map(each -> world.groupOf(world.activeDocument(each.id())).id());
      var reached =
          Access.handlesOf(world, document)
              .filter(handle -> Access.isOpen(world, handle))
              .map(handle -> windows.map(Navigable::id).indexOf(handle.navigable()))
              .toSortedSet();
      return Vector.of(
              document.openerPolicy().value(),
              document.isInitialAboutBlank(),
              document.error(),
              document.policyContainer().embedderPolicy().value(),
              window.targetName(),
              context.isAuxiliary(),
              context.opener().exists(world::isPresented),
              groups.indexOf(world.groupOf(document).id()),
              world.groupOf(document).crossOriginIsolationMode(),
              reached)
          .mkString(" ");
    }
  }
}
