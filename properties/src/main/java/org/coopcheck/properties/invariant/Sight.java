package org.coopcheck.properties.invariant;

/** What an invariant looks at, and so what a search must tell apart for it. */
public enum Sight {
  /** A world. */
  WORLD,
  /** A world, and who created which window when. */
  CREATION,
  /** A step: the world before, the action, and the world after. */
  STEP,
  /** Whole runs, more than one: what it means is written down where runs are compared. */
  RUNS
}
