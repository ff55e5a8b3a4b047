package org.coopcheck.counterexamples.engine;

/** When a search has found enough. */
public enum StopWhen {
  /** As soon as one check is hit. */
  ONE_IS_FOUND,
  /** As soon as every check is hit. */
  ALL_ARE_FOUND,
  /** Never: it goes on until all states are known. */
  NEVER
}
