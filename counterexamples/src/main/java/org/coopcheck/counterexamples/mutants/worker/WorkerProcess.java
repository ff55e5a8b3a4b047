package org.coopcheck.counterexamples.mutants.worker;

import io.vavr.collection.Vector;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.jspecify.annotations.Nullable;

/** A {@link Worker} from outside. */
final class WorkerProcess implements AutoCloseable {
  private static final String GONE = "";
  private static final Duration TURN = Duration.ofMillis(100);

  private final Process process;
  private final BufferedWriter orders;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private boolean isReady;

  /**
   * @param variant the variant whose mutants it examines
   * @param round what it asks them
   * @param numbers the numbers of those that it may be given
   */
  WorkerProcess(String variant, Round round, Vector<Integer> numbers) {
    try {
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Worker.class.getName(),
                  variant,
                  round.name())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    order(numbers.mkString(" "));
    var reader = new Thread(this::read, "answers of a worker");
    reader.setDaemon(true);
    reader.start();
  }

  /** Whether it could be told. */
  private boolean order(String line) {
    try {
      orders.write(line + "\n");
      orders.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void read() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) lines.add(line);
    } catch (IOException e) {
      lines.add(GONE); // it was ended in the middle of a line
      return;
    }
    lines.add(GONE);
  }

  /** What came of it. */
  sealed interface Reply {
    /** Its result. */
    record Result(String json) implements Reply {}

    /** Rows do not decide. */
    record Open() implements Reply {}

    /** Nothing was heard for too long. */
    record Silent() implements Reply {}

    /** The process is no more. */
    record Gone() implements Reply {}
  }

  /**
   * Has a mutant examined.
   *
   * @param number its number
   * @param patience how long nothing may be heard
   * @param cancellation ends it early; then nothing is heard
   */
  Reply examine(int number, Duration patience, Cancellation cancellation)
      throws InterruptedException {
    if (!isReady) {
      // However long it takes to begin: that is nobody's answer.
      String line = heard(Duration.ofDays(1), cancellation);
      if (line == null) return new Reply.Silent();
      if (line.equals(GONE)) return new Reply.Gone();
      isReady = true;
    }
    if (!order(Integer.toString(number))) return new Reply.Gone();
    while (true) {
      String line = heard(patience, cancellation);
      if (line == null) return new Reply.Silent();
      if (line.equals(GONE)) return new Reply.Gone();
      if (line.equals(Worker.OPEN)) return new Reply.Open();
      if (line.startsWith(Worker.RESULT)) return new Reply.Result(line.substring(1));
    }
  }

  /** Waits in short turns, so that whoever wants to end it does not have to wait. */
  private @Nullable String heard(Duration patience, Cancellation cancellation)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (!cancellation.isCancelled() && System.nanoTime() - begun < patience.toNanos()) {
      String line = lines.poll(TURN.toMillis(), TimeUnit.MILLISECONDS);
      if (line != null) return line;
    }
    return null;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
