package org.coopcheck.counterexamples.search;

import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;

/**
 * The parts of a world that some step of the bound, or some invariant, can still see. What nothing
 * can see does not tell worlds apart.
 *
 * @param names whether names are looked at
 * @param history whether session history, and with it the URLs of documents, is looked at
 * @param reportOnly whether report-only policies and virtual browsing context groups are looked at
 * @param originKeys whether a group's historical agent cluster keys are looked at
 * @param creation whether it is looked at who created a window, and when
 * @param symmetry whether worlds that differ only in which window or origin is which are the same
 */
public record Observed(
    boolean names,
    boolean history,
    boolean reportOnly,
    boolean originKeys,
    boolean creation,
    boolean symmetry) {

  /**
   * What the steps of the bound can see.
   *
   * @param bound the bound
   * @param creation whether an invariant looks at who created a window, and when
   * @param symmetry whether worlds that differ only in which is which are to be the same
   */
  public static Observed of(Bound bound, boolean creation, boolean symmetry) {
    return new Observed(
        bound.offers(StepKind.NAME),
        bound.offers(StepKind.TRAVERSE)
            || bound.offers(StepKind.RELOAD)
            || bound.offers(StepKind.PUSH_STATE),
        bound.offers(StepKind.REPORT_ONLY),
        bound.offers(StepKind.ORIGIN_AGENT_CLUSTER),
        creation,
        symmetry);
  }

  /** What the steps of the bound, or somebody who compares two worlds, can see. */
  static Observed ofPairs(Bound bound, boolean symmetry) {
    return new Observed(true, of(bound, false, symmetry).history(), true, true, false, symmetry);
  }
}
