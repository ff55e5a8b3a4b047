package org.coopcheck.counterexamples.cli;

/** What the exit code says; 128 and more are the virtual machine's, when a signal ended it. */
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
