package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.BitSet;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.search.InvariantSearch;
import org.coopcheck.counterexamples.search.InvariantSearch.Batch;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.counterexamples.search.Verdict.Extent;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.coopcheck.properties.invariant.Sight;

/** One search with constraints under one variant, for several invariants at once. */
final class SolverSearch {
  private final Variant variant;
  private final Bound bound;
  private final Vector<Invariant> invariants;
  private final Conduct conduct;
  private final Patience patience;
  private final Steps steps;
  private final Verdict[] verdicts;
  private final BitSet witnessed = new BitSet();
  private long worlds;
  private long taken;

  SolverSearch(Variant variant, Batch batch, Conduct conduct) {
    this.variant = variant;
    this.bound = batch.bound();
    this.invariants = batch.invariants();
    this.conduct = conduct;
    this.patience = new Patience(conduct, "tables");
    this.steps = new Steps(variant, bound, invariants);
    this.verdicts = new Verdict[invariants.size()];
  }

  /** One answer for each invariant, in their order. */
  Vector<Checked> result() {
    lookAtRuns();
    if (bound.steps().isEmpty() && canBePutTogether()) lookAtAnyStep();
    return invariants.zipWithIndex(this::checked);
  }

  private Checked checked(Invariant invariant, int place) {
    var verdict = verdicts[place];
    return new Checked(
        variant,
        invariant,
        within(verdict),
        verdict,
        verdict instanceof Verdict.Holds holds && holds.extent() != Extent.SO_MANY_STEPS,
        (int) Math.min(worlds, Integer.MAX_VALUE),
        taken,
        patience.elapsed(),
        SolverEngine.NAME,
        Option.none(),
        Option.none());
  }

  /** The bound of what was looked at, which may have fewer steps than were asked for. */
  private Bound within(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds holds -> holds.bound();
      case Verdict.Vacuous vacuous -> vacuous.bound();
      case Verdict.Violated violated -> bound;
      case Verdict.Undecided undecided -> bound;
      case Verdict.NotInductive notInductive -> bound;
    };
  }

  // Runs.

  private void lookAtRuns() {
    int most = bound.steps().getOrElse(Bound.DEFAULT.steps()::get);
    int length = 0;
    var end = Option.<Budget>none();
    while (length < most && !steps.isComplete() && end.isEmpty() && isAnyOpen()) {
      steps.takeNext(patience);
      end = patience.end(steps.worlds(), steps.steps());
      if (end.isEmpty()) look(++length);
    }
    worlds = steps.worlds();
    taken = steps.steps();
    var within = bound.withSteps(Option.some(length));
    for (int place = 0; place < verdicts.length; place++) {
      if (verdicts[place] == null) verdicts[place] = unbroken(place, within, end);
    }
  }

  private Verdict unbroken(int place, Bound within, Option<Budget> end) {
    if (end.isDefined()) return new Verdict.Undecided(end.get());
    if (!witnessed.get(place)) return new Verdict.Vacuous(within, Option.none());
    return steps.isComplete()
        ? new Verdict.Holds(bound, Extent.FIXPOINT)
        : new Verdict.Holds(within, Extent.SO_MANY_STEPS);
  }

  private boolean isAnyOpen() {
    return Vector.of(verdicts).exists(verdict -> verdict == null);
  }

  private void look(int length) {
    var rows = steps.from(length - 1);
    rows.forEach(row -> witnessed.or(row.witnessed()));
    for (int place = 0; place < verdicts.length; place++) {
      int at = place;
      if (verdicts[place] != null || !rows.exists(row -> row.broken().get(at))) continue;
      var invariant = invariants.get(place);
      var run =
          ShortestRun.of(steps, length, place)
              .getOrElseThrow(
                  () ->
                      new EngineDefect(
                          "no run of %d steps leads to a step that breaks %s"
                              .formatted(length, invariant.name())));
      verdicts[place] =
          new Verdict.Violated(
              InvariantSearch.counterexample(variant, steps.universe(), invariant, run),
              Vector.empty(),
              true);
    }
  }

  // Any step.

  /** Worlds of which nothing else is looked at are their windows and what is between them. */
  private boolean canBePutTogether() {
    boolean looksAtCreation = invariants.exists(each -> each.sight() == Sight.CREATION);
    return !looksAtCreation
        && bound.windows() <= 2
        && Observed.of(bound, false, Parts.NAMED)
            .equals(new Observed(false, false, false, false, false, false, false, false));
  }

  private void lookAtAnyStep() {
    var induction = new Induction(variant, bound, promises(), new Patience(conduct, "induction"));
    var result = induction.result();
    for (int place = 0; place < verdicts.length; place++) {
      if (!(verdicts[place] instanceof Verdict.Holds)) continue;
      var name = invariants.get(place).name();
      if (result.end().isDefined()) {
        verdicts[place] = new Verdict.Undecided(result.end().get());
      } else if (result.kept().exists(promise -> promise.name().equals(name))) {
        verdicts[place] = new Verdict.Holds(bound, Extent.INDUCTIVE);
      } else {
        var broken = result.broken().find(each -> each.promise().name().equals(name)).get();
        verdicts[place] =
            new Verdict.NotInductive(bound, broken.before(), broken.action(), broken.explanation());
      }
    }
    worlds = result.worlds();
    taken = result.steps();
  }

  /** All invariants help each other, also those that nobody asks for. */
  private Vector<Promise> promises() {
    return Invariants.meantFor(variant)
        .appendAll(invariants)
        .distinct()
        .filter(each -> each.sight() != Sight.CREATION)
        .map(Promise::of)
        .appendAll(Lemmas.ALL);
  }
}
