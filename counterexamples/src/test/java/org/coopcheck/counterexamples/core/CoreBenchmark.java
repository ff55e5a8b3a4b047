package org.coopcheck.counterexamples.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coopcheck.counterexamples.engine.Encoding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The inner loop of a search of the core world of four windows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CoreBenchmark {
  private static final int WINDOWS = 4;

  private final CoreSystem plain = new CoreSystem(WINDOWS, false, SeededBug.NONE);
  private final CoreSystem symmetric = new CoreSystem(WINDOWS, true, SeededBug.NONE);
  private final Encoding encoding = new Encoding();
  private final List<CoreWorld> worlds = worlds();
  private int next;

  private List<CoreWorld> worlds() {
    List<CoreWorld> all = new ArrayList<>(List.of(plain.initial()));
    for (int i = 0; all.size() < 10_000; i++) {
      plain.forEachSuccessor(all.get(i), (action, after) -> all.add(plain.kept(after)));
    }
    return all;
  }

  private CoreWorld world() {
    next = (next + 1) % worlds.size();
    return worlds.get(next);
  }

  /** All steps from a state, some thirty. */
  @Benchmark
  public void successors(Blackhole sink) {
    plain.forEachSuccessor(world(), (action, after) -> sink.consume(action));
  }

  /** The bytes of a state, whatever its windows and origins are called. */
  @Benchmark
  public int canonicalForm() {
    encoding.clear();
    symmetric.encode(world(), encoding);
    return encoding.length();
  }

  /** The bytes of a state with the names that it has. */
  @Benchmark
  public int formWithNames() {
    encoding.clear();
    plain.encode(world(), encoding);
    return encoding.length();
  }
}
