package org.coopcheck.counterexamples.core;

import io.vavr.control.Option;
import java.time.Duration;
import org.coopcheck.counterexamples.engine.Trace;

/**
 * What a run of the core world gave.
 *
 * @param distinct the states stored: with symmetry, one for each orbit
 * @param transitions the enabled actions, each counted once from every state stored, also those
 *     that change nothing; plus one for the initial state
 * @param verdict what the run says
 * @param trace the shortest run to what was found
 * @param depth the steps to the states that are farthest away
 * @param isComplete whether every state that can be reached was expanded
 * @param missed the probability, at most, that a state was missed; none if none can be
 * @param bytes the memory of the visited set
 * @param elapsed how long the search took
 */
public record CoreResult(
    int distinct,
    long transitions,
    CoreVerdict verdict,
    Option<Trace<CoreWorld, CoreAction>> trace,
    int depth,
    boolean isComplete,
    Option<Double> missed,
    long bytes,
    Duration elapsed) {

  /** The number of actions in the shortest run to what was found. */
  public Option<Integer> steps() {
    return trace.map(Trace::length);
  }
}
