package org.coopcheck.counterexamples.tworuns;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.RunSearch;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.Invariant;

/**
 * Looks at every world within a bound, and at every pair of runs that an invariant compares.
 *
 * @param wish what is wanted besides verdicts
 */
public record TwoRunEngine(Wish wish) implements Engine {

  @Override
  public String name() {
    return ExhaustiveEngine.NAME;
  }

  @Override
  public Vector<Search> searches(Variant variant, Vector<Invariant> invariants, Asked asked) {
    var ofRuns = invariants.flatMap(RunSearches::of);
    var ofMoments = invariants.filter(each -> RunSearches.of(each).isEmpty());
    return new ExhaustiveEngine(wish)
        .searches(variant, ofMoments, asked)
        .appendAll(ofRuns.map(each -> search(variant, each, asked)));
  }

  private Search search(Variant variant, RunSearch runs, Asked asked) {
    var standard = asked.bound().apply(runs.standardFor(variant));
    Bound bound =
        asked.widens()
            ? standard.withKinds(standard.kinds().union(runs.invariant().concerns()))
            : standard;
    return new Search(
        variant, conduct -> Vector.of(runs.search(variant, bound, conduct, wish.findings())));
  }
}
