package org.coopcheck.counterexamples.search;

import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.Invariant;

/** How an invariant of {@code Sight.RUNS} is looked for. */
public interface RunSearch {

  /** The invariant. */
  Invariant invariant();

  /** How far is looked if nothing else is said. */
  Bound standardFor(Variant variant);

  /**
   * Looks at every run within a bound.
   *
   * @param variant the rules
   * @param bound the bound
   * @param conduct what the search may use
   * @param findings how many causes of a violation are enough
   */
  Checked search(Variant variant, Bound bound, Conduct conduct, int findings);
}
