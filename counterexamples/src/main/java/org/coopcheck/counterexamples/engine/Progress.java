package org.coopcheck.counterexamples.engine;

/** How far a search has come. */
public interface Progress {

  /** The same in a few words, for a line that is overwritten by the next. */
  String words();
}
