package org.coopcheck.counterexamples.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, an interrupt (Ctrl-C) cancels a search instead of ending the process at once;
 * the process ends when this is closed, so that what was found can be printed first.
 *
 * <p>The virtual machine then exits with the status of the interrupt, as shells expect.
 */
public final class InterruptedByUser implements AutoCloseable {
  private static final int SECONDS_TO_PRINT = 20;

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::cancelAndWait, "interrupted-by-user");

  public InterruptedByUser() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What an interrupt cancels. */
  public Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void close() {
    closed.countDown();
    if (cancellation.isCancelled()) return;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      return; // the hook runs, and waits no longer
    }
  }

  private void cancelAndWait() {
    cancellation.cancel();
    try {
      closed.await(SECONDS_TO_PRINT, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
