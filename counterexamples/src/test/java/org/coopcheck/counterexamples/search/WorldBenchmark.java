package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;
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

/** The inner loop of a search of the full model, on worlds that two steps lead to. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WorldBenchmark {
  private final Bound bound = Bound.standardFor(Vector.of(HtmlStandard.VARIANT));
  private final Universe universe = new Universe(bound);
  private final WorldEncoding canonical =
      new WorldEncoding(Observed.of(bound, false, WorkReduction.ALL), universe.tupleOrigins());
  private final WorldEncoding named =
      new WorldEncoding(
          Observed.of(bound, false, WorkReduction.ALL.remove(WorkReduction.SYMMETRY)),
          universe.tupleOrigins());
  private final WorldSystem system =
      new WorldSystem(
          universe,
          HtmlStandard.VARIANT,
          Observed.of(bound, false, WorkReduction.ALL),
          Decisions.UNHEARD);
  private final List<World> worlds = worlds();
  private int next;

  private List<World> worlds() {
    List<World> first = new ArrayList<>();
    system.forEachSuccessor(World.EMPTY, (action, after) -> first.add(after));
    List<World> second = new ArrayList<>(first);
    for (World world : first) {
      system.forEachSuccessor(world, (action, after) -> second.add(after));
    }
    return second;
  }

  private World world() {
    next = (next + 1) % worlds.size();
    return worlds.get(next);
  }

  /** All steps from a world. */
  @Benchmark
  public void successors(Blackhole sink) {
    system.forEachSuccessor(world(), (action, after) -> sink.consume(after));
  }

  /** The bytes of a world, whatever its windows and origins are called. */
  @Benchmark
  public byte[] canonicalForm() {
    return canonical.encode(world());
  }

  /** The bytes of a world with the names that it has. */
  @Benchmark
  public byte[] formWithNames() {
    return named.encode(world());
  }
}
