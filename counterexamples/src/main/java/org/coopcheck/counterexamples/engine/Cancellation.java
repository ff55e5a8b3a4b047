package org.coopcheck.counterexamples.engine;

/** Somebody's wish, which may come from another thread, that a search ends with what it has. */
public final class Cancellation {
  private volatile boolean cancelled;

  public void cancel() {
    cancelled = true;
  }

  public boolean isCancelled() {
    return cancelled;
  }
}
