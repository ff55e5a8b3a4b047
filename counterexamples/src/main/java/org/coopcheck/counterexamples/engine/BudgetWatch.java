package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;

/** Tells when the time, the memory or the patience that a search was given is used up. */
final class BudgetWatch {
  private static final long NANOS_BETWEEN_LOOKS = 50_000_000;
  private static final long NANOS_BETWEEN_REPORTS = 500_000_000;

  private final MemoryWatch memory;
  private final Cancellation cancellation;
  private final LongSupplier bytesOfNextGrowth;
  private final Runnable report;
  private final long timeLimit;
  private final long started = System.nanoTime();
  private long lastLook = started;
  private long lastReport = started;

  /** Written by one thread, read by all workers. */
  private volatile Option<Budget> usedUp = Option.none();

  /**
   * @param limits what was given
   * @param cancellation the end of patience
   * @param bytesOfNextGrowth how much memory is going to be asked for at once
   * @param report is run twice a second
   */
  BudgetWatch(
      SearchLimits limits,
      Cancellation cancellation,
      LongSupplier bytesOfNextGrowth,
      Runnable report) {
    this.memory = new MemoryWatch(limits.memory());
    this.cancellation = cancellation;
    this.bytesOfNextGrowth = bytesOfNextGrowth;
    this.report = report;
    this.timeLimit = limits.time().map(Duration::toNanos).getOrElse(Long.MAX_VALUE);
  }

  /**
   * Whether nothing is used up.
   *
   * @param looks whether to look; else what was seen last counts. Only one thread may look.
   */
  boolean mayGoOn(boolean looks) {
    if (looks && usedUp.isEmpty()) look(System.nanoTime());
    return usedUp.isEmpty();
  }

  private void look(long now) {
    if (cancellation.isCancelled()) {
      usedUp = Option.some(Budget.PATIENCE);
    } else if (now - started >= timeLimit) {
      usedUp = Option.some(Budget.TIME);
    } else if (now - lastLook >= NANOS_BETWEEN_LOOKS) {
      lastLook = now;
      if (memory.isExceeded(bytesOfNextGrowth.getAsLong())) usedUp = Option.some(Budget.MEMORY);
      if (now - lastReport >= NANOS_BETWEEN_REPORTS) {
        lastReport = now;
        report.run();
      }
    }
  }

  /** What is used up. */
  Option<Budget> usedUp() {
    return usedUp;
  }

  /** The time since the search began. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
