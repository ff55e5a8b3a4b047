package org.coopcheck.counterexamples.search;

import io.vavr.collection.SortedSet;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;

/**
 * The parts of a world that some step of the bound, or some invariant, can still see. What nothing
 * can see does not tell worlds apart.
 *
 * @param names whether names are looked at
 * @param history whether session history, and with it the URLs of documents, is looked at
 * @param reportOnly whether report-only policies and virtual browsing context groups are looked at
 * @param reports whether it is looked at what reports tell, and whom
 * @param reportedUrls whether it is looked at which URLs reports tell
 * @param originKeys whether a group's historical agent cluster keys are looked at
 * @param creation whether it is looked at who created a window, and when
 * @param deadHandles whether handles to what is gone are looked at
 * @param symmetry whether worlds that differ only in which window or origin is which are the same
 */
public record Observed(
    boolean names,
    boolean history,
    boolean reportOnly,
    boolean reports,
    boolean reportedUrls,
    boolean originKeys,
    boolean creation,
    boolean deadHandles,
    boolean symmetry) {

  /** Whoever looks at reports looks at all of them. */
  public Observed(
      boolean names,
      boolean history,
      boolean reportOnly,
      boolean reports,
      boolean originKeys,
      boolean creation,
      boolean deadHandles,
      boolean symmetry) {
    this(names, history, reportOnly, reports, reports, originKeys, creation, deadHandles, symmetry);
  }

  /**
   * What the steps of the bound can see.
   *
   * @param bound the bound
   * @param creation whether an invariant looks at who created a window, and when
   * @param reductions what may be left out
   */
  public static Observed of(Bound bound, boolean creation, SortedSet<WorkReduction> reductions) {
    boolean isAllSeen = !reductions.contains(WorkReduction.UNSEEN_PARTS);
    return new Observed(
        isAllSeen || bound.offers(StepKind.NAME),
        isAllSeen || seesHistory(bound),
        isAllSeen || bound.offers(StepKind.REPORT_ONLY),
        isAllSeen || bound.offers(StepKind.REPORT_ENDPOINT),
        isAllSeen || bound.offers(StepKind.ORIGIN_AGENT_CLUSTER),
        isAllSeen || creation,
        !reductions.contains(WorkReduction.DEAD_HANDLES),
        reductions.contains(WorkReduction.SYMMETRY));
  }

  private static boolean seesHistory(Bound bound) {
    return bound.offers(StepKind.TRAVERSE)
        || bound.offers(StepKind.RELOAD)
        || bound.offers(StepKind.PUSH_STATE);
  }

  /** What the steps of the bound, or somebody who compares two worlds, can see. */
  static Observed ofPairs(Bound bound, boolean symmetry) {
    return new Observed(
        true,
        seesHistory(bound),
        true,
        bound.offers(StepKind.REPORT_ENDPOINT),
        true,
        false,
        false,
        symmetry);
  }

  /** What somebody can see who compares two runs, and asks whether there was a report, not of what. */
  public static Observed ofTrials(Bound bound) {
    return new Observed(
        bound.offers(StepKind.NAME),
        seesHistory(bound),
        true,
        true,
        false,
        bound.offers(StepKind.ORIGIN_AGENT_CLUSTER),
        false,
        false,
        false);
  }
}
