package org.coopcheck.counterexamples.mutants.bench;

/** A mutant goes round in circles. No code of the project catches it. */
public final class DoesNotEnd extends Error {
  private static final long serialVersionUID = 1L;

  DoesNotEnd(long turns) {
    super("still going round after " + turns + " turns");
  }
}
