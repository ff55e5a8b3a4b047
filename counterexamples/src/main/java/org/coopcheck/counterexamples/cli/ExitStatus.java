package org.coopcheck.counterexamples.cli;

/** What the exit code says. */
enum ExitStatus {
  /** Everything holds, or matches. */
  HOLDS,
  /** A violation, a mismatch or a difference was found. */
  VIOLATED,
  /** The input cannot be used. */
  BAD_INPUT,
  /** There is no answer, or none that says anything. */
  UNDECIDED,
  /** A fault of coopcheck itself. */
  FAULT;

  int code() {
    return ordinal();
  }
}
