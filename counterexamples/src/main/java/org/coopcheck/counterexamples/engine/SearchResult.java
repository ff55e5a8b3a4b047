package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * What a search did and found.
 *
 * @param distinct the distinct states that were stored
 * @param transitions the enabled actions, each counted once from every state that was expanded,
 *     also those that change nothing; plus one for the initial state
 * @param depth the steps to the states that are farthest away
 * @param end why it ended
 * @param findings what was found, shortest runs first
 * @param missed the probability, at most, that a state was missed; none if none can be
 * @param bytes the memory of the visited set, with what leads back to the initial state
 * @param elapsed how long it took
 */
public record SearchResult<S, A>(
    int distinct,
    long transitions,
    int depth,
    SearchEnd end,
    Vector<Finding<S, A>> findings,
    Option<Double> missed,
    long bytes,
    Duration elapsed) {

  /** Whether every state that can be reached was expanded. */
  public boolean isComplete() {
    return end instanceof SearchEnd.Exhausted;
  }

  /** The run that hits the check, if one was found. */
  public Option<Trace<S, A>> trace(String check) {
    return traces(check).headOption();
  }

  /** The runs that hit the check, shortest first. */
  public Vector<Trace<S, A>> traces(String check) {
    return findings.filter(finding -> finding.check().equals(check)).map(Finding::trace);
  }
}
