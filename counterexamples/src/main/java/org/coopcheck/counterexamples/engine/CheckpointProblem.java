package org.coopcheck.counterexamples.engine;

/** Why a checkpoint cannot be used, in a sentence for its owner. */
public final class CheckpointProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckpointProblem(String what) {
    super(what);
  }
}
