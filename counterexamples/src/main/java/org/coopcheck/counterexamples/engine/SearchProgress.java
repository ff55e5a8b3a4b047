package org.coopcheck.counterexamples.engine;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a search has come.
 *
 * @param depth the number of steps to the states that are being expanded
 * @param states the distinct states so far
 * @param transitions the transitions so far
 * @param frontier the states that wait to be expanded
 * @param elapsed the time so far
 */
public record SearchProgress(
    int depth, int states, long transitions, int frontier, Duration elapsed) implements Progress {

  @Override
  public String words() {
    return String.format(
        Locale.ROOT,
        "step %d, %,d worlds, %,d waiting, %,d steps tried, %d s",
        depth,
        states,
        frontier,
        transitions,
        elapsed.toSeconds());
  }

  /** The mean rate so far. */
  public double statesPerSecond() {
    return states * 1e9 / Math.max(1, elapsed.toNanos());
  }
}
