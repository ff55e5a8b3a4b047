package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.InvariantSearch;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Sight;

/**
 * Looks with constraints: for the shortest run that breaks an invariant, and where the number of
 * steps is left open, for a step that breaks it from any well-formed world.
 */
public final class SolverEngine implements Engine {
  public static final String NAME = "solver";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Vector<Search> searches(Variant variant, Vector<Invariant> invariants, Asked asked) {
    var bound = asked.bound().apply(Bound.standardFor(Vector.of(variant)));
    var ofMoments = invariants.reject(each -> each.sight() == Sight.RUNS);
    return InvariantSearch.batches(ofMoments, bound, asked.widens())
        .map(
            batch ->
                new Search(variant, conduct -> new SolverSearch(variant, batch, conduct).result()));
  }
}
