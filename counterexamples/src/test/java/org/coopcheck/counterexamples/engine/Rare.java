package org.coopcheck.counterexamples.engine;

/** Looks for what few numbers have. */
record Rare(String name, boolean looksAtSteps, int modulus, int enough)
    implements StateCheck<Integer, String> {
  @Override
  public boolean isHitBy(Integer initial) {
    return false;
  }

  @Override
  public boolean isHitBy(Integer before, String action, Integer after) {
    return (looksAtSteps ? before + 31 * after + action.length() : after) % modulus == 0;
  }
}
