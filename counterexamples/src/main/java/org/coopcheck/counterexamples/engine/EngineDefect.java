package org.coopcheck.counterexamples.engine;

/**
 * A fault of an engine: what it found does not replay, or it meets something that it says cannot
 * be. Nobody catches it to go on.
 */
public final class EngineDefect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineDefect(String what) {
    super(what);
  }
}
