package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;

/** Tells when a search is about to use more of the heap than it may. */
final class MemoryWatch {
  private final long limit;

  /** After a collection that freed little, the next would free little too. */
  private boolean isNearlyFull;

  MemoryWatch(Option<Long> limit) {
    this.limit = limit.getOrElse(Long.MAX_VALUE);
  }

  /**
   * @param more the bytes that are going to be asked for at once
   */
  boolean isExceeded(long more) {
    if (limit == Long.MAX_VALUE || used() + more <= limit) return false;
    if (isNearlyFull) return true;
    System.gc(); // what is in use only shows when garbage is gone
    isNearlyFull = used() > limit - limit / 8;
    return used() + more > limit;
  }

  /** The bytes of the heap that are in use, garbage included. */
  static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
