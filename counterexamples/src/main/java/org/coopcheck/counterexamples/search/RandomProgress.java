package org.coopcheck.counterexamples.search;

import java.time.Duration;
import java.util.Locale;
import org.coopcheck.counterexamples.engine.Progress;

/**
 * How far a search of random runs has come.
 *
 * @param runs the runs so far
 * @param tries how many there will be
 * @param steps the steps so far
 * @param elapsed the time so far
 */
record RandomProgress(int runs, int tries, long steps, Duration elapsed) implements Progress {
  @Override
  public String words() {
    return String.format(
        Locale.ROOT, "run %,d of %,d, %,d steps, %d s", runs, tries, steps, elapsed.toSeconds());
  }
}
