package org.coopcheck.counterexamples.cli;

import java.util.function.Consumer;
import org.coopcheck.counterexamples.engine.Progress;

/** One line on standard error that says how far the searches are, and is overwritten by the next. */
final class ProgressLine implements AutoCloseable {
  private static final int WIDTH = 100;

  private final Streams streams;
  private final boolean isShown;
  private final int searches;
  private int numbered;

  /**
   * @param streams where it is shown
   * @param isShown whether it is
   * @param searches how many searches there will be
   */
  ProgressLine(Streams streams, boolean isShown, int searches) {
    this.streams = streams;
    this.isShown = isShown;
    this.searches = searches;
  }

  /** Who is told of the progress of one search. */
  synchronized Consumer<Progress> of(String name) {
    String key = "%d/%d %s".formatted(++numbered, searches, name);
    return progress -> show(key, progress);
  }

  /** Says how many of them are done. */
  synchronized void counted(String what, int done) {
    if (!isShown) return;
    streams.err().print("\r" + padded("%d of %d %s".formatted(done, searches, what)));
    streams.err().flush();
  }

  private synchronized void show(String key, Progress progress) {
    if (!isShown) return;
    streams.err().print("\r" + padded(key + ": " + progress.words()));
    streams.err().flush();
  }

  private static String padded(String line) {
    return line.length() >= WIDTH
        ? line.substring(0, WIDTH)
        : line + " ".repeat(WIDTH - line.length());
  }

  /** Leaves no trace on the terminal. */
  synchronized void clear() {
    if (!isShown) return;
    streams.err().print("\r" + " ".repeat(WIDTH) + "\r");
    streams.err().flush();
  }

  @Override
  public void close() {
    clear();
  }
}
