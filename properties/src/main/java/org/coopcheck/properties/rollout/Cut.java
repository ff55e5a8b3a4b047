package org.coopcheck.properties.rollout;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.world.NavigableId;

/**
 * Two windows that are in one browsing context group as long as policies are report-only, and in two
 * when they are enforced.
 *
 * @param one the one window
 * @param other the other
 * @param step the number of the step that parted them
 * @param turn the decision that did; none if no rule decided otherwise
 * @param isByARedirect whether it was about a response that has not become a document
 * @param wasHeard whether the document of one of them named an endpoint, before or after the step
 * @param told the navigation reports that were delivered in the report-only run
 */
public record Cut(
    NavigableId one,
    NavigableId other,
    int step,
    Option<Turn> turn,
    boolean isByARedirect,
    boolean wasHeard,
    Vector<Report> told) {

  boolean isBetween(NavigableId a, NavigableId b) {
    return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
  }
}
