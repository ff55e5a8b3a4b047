package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coopcheck.counterexamples.engine.EngineDefect;

/**
 * Searches that do not wait for each other. Each by itself is sequential; as many run side by side
 * as there are processors.
 */
final class SideBySide {
  private SideBySide() {}

  /** What they find, in their order. */
  static <T> Vector<T> results(Vector<Callable<T>> searches) {
    if (searches.isEmpty()) return Vector.empty();
    int processors = Runtime.getRuntime().availableProcessors();
    try (var pool = Executors.newFixedThreadPool(Math.min(processors, searches.size()))) {
      return searches.map(pool::submit).map(SideBySide::result);
    }
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) throw fault;
      if (e.getCause() instanceof Error error) throw error;
      throw new EngineDefect(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineDefect("interrupted");
    }
  }
}
