package org.coopcheck.counterexamples.cli;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coopcheck.counterexamples.engine.EngineDefect;

/** Searches that run side by side, as many as there are workers. */
final class SideBySide {
  private SideBySide() {}

  /**
   * @param tasks what is searched
   * @param workers how many are in progress at once
   * @param search one search
   * @return the results, in the order of the tasks
   */
  static <T, R> Vector<R> run(Vector<T> tasks, int workers, Function1<T, R> search) {
    if (tasks.isEmpty()) return Vector.empty();
    try (var pool = Executors.newFixedThreadPool(Math.min(workers, tasks.size()))) {
      var running = tasks.map(task -> pool.submit(() -> search.apply(task)));
      return running.map(SideBySide::result);
    }
  }

  private static <R> R result(Future<R> running) {
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
