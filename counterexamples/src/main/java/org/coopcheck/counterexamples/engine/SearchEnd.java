package org.coopcheck.counterexamples.engine;

/** Why a search ended. */
public sealed interface SearchEnd {

  /** Every state that can be reached is known: a fixpoint. */
  record Exhausted() implements SearchEnd {}

  /** Every run of that many steps was followed; longer ones exist. */
  record StepsReached(int steps) implements SearchEnd {}

  /** What was looked for is found. */
  record Found() implements SearchEnd {}

  /** It was cut short: what was not found may still be there. */
  record CutShort(Budget budget) implements SearchEnd {}

  /** What a search can run out of. */
  enum Budget {
    STATES,
    TIME,
    MEMORY,
    /** The runs that it was told to draw. */
    RUNS,
    /** The user's patience: the search was cancelled. */
    PATIENCE
  }
}
