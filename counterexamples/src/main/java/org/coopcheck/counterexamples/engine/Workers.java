package org.coopcheck.counterexamples.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * So many threads that work at once, whatever the number of searches.
 *
 * <p>A search has one of them as long as it runs. Whoever is idle helps the searches that have work
 * to share: with many searches each has one, and the last one has them all.
 */
public final class Workers implements AutoCloseable {
  private static final int SECONDS_TO_LEAVE = 60;

  private final int count;

  /** Those that have nothing to do. Fair, so that a search that waits for its first is next. */
  private final Semaphore idle;

  private final ExecutorService helpers =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param count how many work at once, at least one
   */
  public Workers(int count) {
    if (count < 1) throw new IllegalArgumentException(count + " workers");
    this.count = count;
    this.idle = new Semaphore(count, true);
  }

  /** As many as there are processors. */
  public static int all() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** How many work at once. */
  public int count() {
    return count;
  }

  /** Work that is cut into parts. */
  interface Parts {

    /**
     * @param worker who does it: no number is in use twice at once, and all are less than {@link
     *     #count}; 0 is the thread that asked for the work
     * @param part which part
     */
    void run(int worker, int part);
  }

  /** Does something for which the calling thread counts as one of the workers. */
  <R> R engaged(Supplier<R> work) {
    idle.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      idle.release();
    }
  }

  /**
   * Has all parts done, by the calling thread, which is {@link #engaged}, and by whoever is idle.
   * They are begun in their order; all are done when this returns.
   */
  void share(int count, Parts parts) {
    var next = new AtomicInteger();
    List<Future<?>> helping = new ArrayList<>();
    while (helping.size() < count - 1 && isOneMoreIdle()) {
      int worker = helping.size() + 1;
      helping.add(
          helpers.submit(
              () -> {
                try {
                  doAll(worker, next, count, parts);
                } finally {
                  idle.release();
                }
              }));
    }
    try {
      doAll(0, next, count, parts);
    } finally {
      next.set(count); // where one part failed, no other need be begun
      helping.forEach(Workers::await);
    }
  }

  private boolean isOneMoreIdle() {
    try {
      return idle.tryAcquire(0, TimeUnit.SECONDS); // NB: without a time it would jump the queue
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void doAll(int worker, AtomicInteger next, int count, Parts parts) {
    for (int part = next.getAndIncrement(); part < count; part = next.getAndIncrement()) {
      parts.run(worker, part);
    }
  }

  private static void await(Future<?> helping) {
    boolean wasInterrupted = false;
    while (true) {
      try {
        helping.get();
        break;
      } catch (InterruptedException interrupted) {
        wasInterrupted = true;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException fault) throw fault;
        if (e.getCause() instanceof Error error) throw error;
        throw new EngineDefect(String.valueOf(e.getCause()));
      }
    }
    if (wasInterrupted) Thread.currentThread().interrupt();
  }

  /** Lets the threads go; whoever still works may end. */
  @Override
  public void close() {
    helpers.shutdown();
    try {
      if (!helpers.awaitTermination(SECONDS_TO_LEAVE, TimeUnit.SECONDS)) helpers.shutdownNow();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
