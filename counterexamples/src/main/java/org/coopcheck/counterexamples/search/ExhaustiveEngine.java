package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.search.InvariantSearch.Batch;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.Invariant;

/**
 * Looks at every world within a bound, nearest first.
 *
 * @param wish what is wanted besides verdicts
 */
public record ExhaustiveEngine(Wish wish) implements Engine {
  public static final String NAME = "exhaustive";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Vector<Search> searches(Variant variant, Vector<Invariant> invariants, Asked asked) {
    var bound = asked.bound().apply(Bound.standardFor(Vector.of(variant)));
    return InvariantSearch.batches(invariants, bound, asked.widens())
        .map(
            batch ->
                new Search(
                    variant,
                    Option.when(!wish.coverage(), () -> question(variant, batch)),
                    conduct -> InvariantSearch.search(variant, batch, conduct, wish)));
  }

  private Vector<String> question(Variant variant, Batch batch) {
    return Vector.of(
        "variant: " + variant.name(),
        "bound: " + batch.bound(),
        "capabilities: " + batch.bound().capabilities(),
        "looks at: " + batch.sight(),
        "invariants: " + batch.invariants().map(Invariant::name).mkString(" "),
        "findings: " + wish.findings());
  }
}
