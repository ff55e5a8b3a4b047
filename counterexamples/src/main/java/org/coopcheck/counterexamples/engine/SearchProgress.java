package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a search has come.
 *
 * @param depth the number of steps to the states that are being expanded
 * @param states the distinct states so far
 * @param transitions the transitions so far
 * @param ownTransitions those that were not done by a process before this one
 * @param frontier the states that wait to be expanded
 * @param memory the bytes of the heap that are in use
 * @param elapsed the time so far
 * @param timeLimit the time that there is
 */
public record SearchProgress(
    int depth,
    int states,
    long transitions,
    long ownTransitions,
    int frontier,
    long memory,
    Duration elapsed,
    Option<Duration> timeLimit)
    implements Progress {

  @Override
  public String words() {
    return String.format(
        Locale.ROOT,
        "step %d, %,d worlds, %,d waiting, %,.0f steps/s, %,d MiB, %s",
        depth,
        states,
        frontier,
        transitionsPerSecond(),
        memory >> 20,
        timeLimit
            .map(limit -> Math.max(0, limit.minus(elapsed).toSeconds()) + " s left")
            .getOrElse(() -> elapsed.toSeconds() + " s"));
  }

  /** The mean rate of this process so far. */
  public double transitionsPerSecond() {
    return ownTransitions * 1e9 / Math.max(1, elapsed.toNanos());
  }
}
