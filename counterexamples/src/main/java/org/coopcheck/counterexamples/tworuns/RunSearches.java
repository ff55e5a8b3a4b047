package org.coopcheck.counterexamples.tworuns;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.rollout.RolloutSearch;
import org.coopcheck.counterexamples.search.RunSearch;
import org.coopcheck.counterexamples.secrecy.SecrecySearch;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.SecrecyInvariants;

/** All searches for invariants of runs. Adding one is its class and its line here. */
public final class RunSearches {
  private RunSearches() {}

  /** One for each invariant of {@code Sight.RUNS}. */
  public static final Vector<RunSearch> ALL =
      Vector.of(
          RolloutSearch.OF_WHAT_BREAKS,
          RolloutSearch.OF_FALSE_ALARMS,
          new SecrecySearch(SecrecyInvariants.HIDES_PATHS),
          new SecrecySearch(SecrecyInvariants.HIDES_FRAMES_POPUPS),
          new SecrecySearch(SecrecyInvariants.HIDES_WHERE_POPUPS_GO));

  /** The search for an invariant; none if it looks at moments. */
  public static Option<RunSearch> of(Invariant invariant) {
    return ALL.find(each -> each.invariant().name().equals(invariant.name()));
  }
}
