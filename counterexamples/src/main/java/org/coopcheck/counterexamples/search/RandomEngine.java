package org.coopcheck.counterexamples.search;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.generator.UniverseRuns;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Sight;

/** Looks at long runs that chance draws, with a liking for rare shapes. It never says holds. */
public final class RandomEngine implements Engine {
  public static final String NAME = "random";
  private static final int STEPS = 50;

  private final long seed;
  private final int tries;
  private final Wish wish;
  // NB: what runs are drawn from is large, and the same for most variants.
  private final Function1<Bound, UniverseRuns> sources =
      Function1.<Bound, UniverseRuns>of(UniverseRuns::new).memoized();

  /**
   * @param seed where chance begins
   * @param tries how many runs are drawn for each variant
   * @param wish what is wanted besides verdicts; it always listens
   */
  public RandomEngine(long seed, int tries, Wish wish) {
    this.seed = seed;
    this.tries = tries;
    this.wish = wish;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Vector<Search> searches(Variant variant, Vector<Invariant> invariants, Asked asked) {
    var bound = asked.bound().apply(standardFor(variant));
    var ofMoments = invariants.reject(each -> each.sight() == Sight.RUNS);
    if (ofMoments.isEmpty()) return Vector.empty();
    return Vector.of(
        new Search(
            variant,
            conduct ->
                new RandomSearch(
                        sources.apply(bound.withSteps(Option.none())),
                        variant,
                        bound,
                        seed,
                        conduct)
                    .search(ofMoments, tries, wish.findings())));
  }

  /** Far beyond what can be searched, with all pages that mean something to the variant. */
  private static Bound standardFor(Variant variant) {
    return UniverseRuns.BOUND
        .withSteps(Option.some(STEPS))
        .withValues(Bound.standardFor(Vector.of(variant)).values())
        .withKinds(
            variant.hasPagePolicies()
                ? UniverseRuns.BOUND.kinds()
                : UniverseRuns.BOUND.kinds().remove(StepKind.PAGE_POLICY));
  }

  /** The length of a run. */
  static int lengthWithin(Bound bound) {
    return bound.steps().getOrElse(STEPS);
  }
}
