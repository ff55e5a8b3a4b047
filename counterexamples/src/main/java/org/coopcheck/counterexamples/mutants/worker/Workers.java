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
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.mutants.Examined;
import org.coopcheck.counterexamples.mutants.Fate;
import org.coopcheck.counterexamples.mutants.worker.WorkerProcess.Reply;
import org.jspecify.annotations.Nullable;

/** Examines mutants side by side, each in one of several processes. */
public final class Workers {
  private static final JsonMapper JSON = new JsonMapper();

  private final Order order;
  private final Queue<Integer> left = new ConcurrentLinkedQueue<>();
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
    order.numbers().forEach(left::add);
  }

  /** What became of each of the mutants, in their order; if it is ended early, of some. */
  public static Vector<Examined> examine(Order order) {
    return new Workers(order).examine();
  }

  private Vector<Examined> examine() {
    if (order.numbers().isEmpty()) return Vector.empty();
    try {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Math.min(order.workers(), order.numbers().size()); i++) {
        threads.add(Thread.ofPlatform().daemon().start(this::work));
      }
      for (Thread thread : threads) thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    boolean isComplete = done.size() == order.numbers().size();
    if (!isComplete && !order.cancellation().isCancelled()) {
      throw new EngineDefect("a worker ended before its work was done");
    }
    return Vector.ofAll(done.values());
  }

  private void work() {
    var process = new WorkerProcess(order.variant(), order.numbers());
    try {
      for (Integer number = next(); number != null; number = next()) {
        var reply = process.examine(number, order.patience(), order.cancellation());
        if (reply instanceof Reply.Gone && isWanted()) {
          // Perhaps it was ended, or out of memory after many others.
          process = another(process);
          reply = process.examine(number, order.patience(), order.cancellation());
        }
        if (!isWanted()) return;
        done.put(number, examined(number, reply));
        order.onDone().accept(done.size());
        if (!(reply instanceof Reply.Result)) process = another(process);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      process.close();
    }
  }

  private WorkerProcess another(WorkerProcess ended) {
    ended.close();
    return new WorkerProcess(order.variant(), order.numbers());
  }

  private @Nullable Integer next() {
    return isWanted() ? left.poll() : null;
  }

  private boolean isWanted() {
    return !order.cancellation().isCancelled();
  }

  private static Examined examined(int number, Reply reply) {
    return switch (reply) {
      case Reply.Result(var json) -> read(json);
      case Reply.Silent silent ->
          new Examined(number, Fate.DOES_NOT_END, "a question", "no answer in time", "");
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
