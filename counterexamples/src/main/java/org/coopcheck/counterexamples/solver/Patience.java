package org.coopcheck.counterexamples.solver;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;
import org.coopcheck.counterexamples.engine.Progress;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;

/** When it is enough; and whoever waits is told how far it is. */
final class Patience {
  private static final long NANOS_BETWEEN_REPORTS = 500_000_000;

  private final Conduct conduct;
  private final String what;
  private final long started = System.nanoTime();
  private long lastReport = started;

  /**
   * @param conduct what may be used, and who is told
   * @param what is being done
   */
  Patience(Conduct conduct, String what) {
    this.conduct = conduct;
    this.what = what;
  }

  private record At(String what, long worlds, long steps, Duration elapsed) implements Progress {
    @Override
    public String words() {
      return String.format(
          Locale.ROOT, "%s: %,d worlds, %,d steps, %d s", what, worlds, steps, elapsed.toSeconds());
    }
  }

  /**
   * @param worlds how many worlds were looked at
   * @param steps how many steps were taken
   * @return what is used up, if something is
   */
  Option<Budget> end(long worlds, long steps) {
    if (conduct.cancellation().isCancelled()) return Option.some(Budget.PATIENCE);
    long now = System.nanoTime();
    if (now - lastReport >= NANOS_BETWEEN_REPORTS) {
      lastReport = now;
      conduct.progress().accept(new At(what, worlds, steps, elapsed()));
    }
    boolean isLate = conduct.limits().time().exists(limit -> limit.compareTo(elapsed()) <= 0);
    return Option.when(isLate, Budget.TIME);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
