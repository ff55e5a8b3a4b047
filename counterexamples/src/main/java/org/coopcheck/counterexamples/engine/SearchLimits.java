package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;
import java.time.Duration;

/**
 * How far a search may go.
 *
 * <p>The steps are the bound that a verdict holds within. The others are a budget: a search that
 * uses it up leaves its question open.
 *
 * @param steps the greatest number of actions in a run
 * @param states the greatest number of distinct states
 * @param time the longest duration
 * @param memory the greatest number of bytes in use on the heap
 */
public record SearchLimits(
    Option<Integer> steps, Option<Integer> states, Option<Duration> time, Option<Long> memory) {

  /** To the fixpoint, whatever it takes. */
  public static final SearchLimits NONE =
      new SearchLimits(Option.none(), Option.none(), Option.none(), Option.none());

  public SearchLimits withSteps(int limit) {
    return new SearchLimits(Option.some(limit), states, time, memory);
  }

  public SearchLimits withStates(int limit) {
    return new SearchLimits(steps, Option.some(limit), time, memory);
  }

  public SearchLimits withTime(Duration limit) {
    return new SearchLimits(steps, states, Option.some(limit), memory);
  }

  public SearchLimits withMemory(long bytes) {
    return new SearchLimits(steps, states, time, Option.some(bytes));
  }
}
