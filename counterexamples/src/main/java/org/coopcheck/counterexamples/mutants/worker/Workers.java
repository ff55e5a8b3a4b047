package org.coopcheck.counterexamples.mutants.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.collection.Vector;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.mutants.Examined;
import org.coopcheck.counterexamples.mutants.Fate;
import org.coopcheck.counterexamples.mutants.worker.WorkerProcess.Reply;

/** Examines mutants side by side, each in one of several processes. */
public final class Workers {
  private static final JsonMapper JSON = new JsonMapper();

  private final Order order;
  private final ConcurrentSkipListMap<Integer, Examined> done = new ConcurrentSkipListMap<>();

  /**
   * What is to be done.
   *
   * @param variant the variant whose mutants are examined
   * @param numbers their numbers
   * @param workers how many processes there are
   * @param patience how long a question may take
   * @param cancellation ends it early
   * @param onDone is told how many are done
   */
  public record Order(
      String variant,
      Vector<Integer> numbers,
      int workers,
      Duration patience,
      Cancellation cancellation,
      IntConsumer onDone) {}

  private Workers(Order order) {
    this.order = order;
  }

  /** What became of each of the mutants, in their order; if it is ended early, of some. */
  public static Vector<Examined> examine(Order order) {
    return new Workers(order).examine();
  }

  private Vector<Examined> examine() {
    for (var round : Round.values()) ask(round, order.numbers().reject(done::containsKey));
    boolean isComplete = done.size() == order.numbers().size();
    if (!isComplete && !order.cancellation().isCancelled()) {
      throw new EngineDefect("a worker ended before its work was done");
    }
    return Vector.ofAll(done.values());
  }

  private void ask(Round round, Vector<Integer> numbers) {
    Queue<Integer> left = new ConcurrentLinkedQueue<>(numbers.asJava());
    try {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Math.min(order.workers(), numbers.size()); i++) {
        threads.add(
            Thread.ofPlatform()
                .daemon()
                .start(() -> work(left, () -> new WorkerProcess(order.variant(), round, numbers))));
      }
      for (Thread thread : threads) thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Queue<Integer> left, Supplier<WorkerProcess> another) {
    var process = another.get();
    try {
      while (true) {
        Integer number = isWanted() ? left.poll() : null;
        if (number == null) return;
        var reply = process.examine(number, order.patience(), order.cancellation());
        if (reply instanceof Reply.Gone && isWanted()) {
          // Perhaps it was ended, or out of memory after many others.
          process.close();
          process = another.get();
          reply = process.examine(number, order.patience(), order.cancellation());
        }
        if (!isWanted()) return;
        if (reply instanceof Reply.Open) continue;
        done.put(number, examined(number, reply));
        order.onDone().accept(done.size());
        if (reply instanceof Reply.Result) continue;
        process.close();
        process = another.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      process.close();
    }
  }

  private boolean isWanted() {
    return !order.cancellation().isCancelled();
  }

  private static Examined examined(int number, Reply reply) {
    return switch (reply) {
      case Reply.Result(var json) -> read(json);
      case Reply.Silent silent ->
          new Examined(number, Fate.DOES_NOT_END, "a question", "no answer in time", "");
      case Reply.Open open -> throw new EngineDefect("everything was asked, and nothing decided");
      case Reply.Gone gone ->
          new Examined(number, Fate.FAULTS, "a question", "its process ended", "");
    };
  }

  private static Examined read(String json) {
    try {
      return JSON.readValue(json, Examined.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
