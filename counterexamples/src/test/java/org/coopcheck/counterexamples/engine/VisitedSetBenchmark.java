package org.coopcheck.counterexamples.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The set of what was visited, with encodings of five bytes as those of four windows have. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VisitedSetBenchmark {
  private static final int STATES = 1_000_000;
  private static final int LENGTH = 5;

  private final byte[] bytes = new byte[Long.BYTES + LENGTH];
  private final EncodingSet full = filled();
  private long next;

  private EncodingSet filled() {
    var set = new EncodingSet();
    for (long state = 0; state < STATES; state++) set.add(written(state), bytes, 0, LENGTH);
    return set;
  }

  /** Writes a state, and gives its hash. */
  private long written(long state) {
    for (int i = 0; i < LENGTH; i++) bytes[i] = (byte) (state >>> (Byte.SIZE * i));
    long hash = state * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 32);
  }

  /** Fills a set. */
  @Benchmark
  @OperationsPerInvocation(STATES)
  public int add() {
    return filled().size();
  }

  /** Asks for a state that is there. */
  @Benchmark
  public boolean contains() {
    next = (next + 7919) % STATES;
    return full.contains(written(next), bytes, 0, LENGTH);
  }
}
