package org.coopcheck.properties.generator;

import io.vavr.collection.Vector;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/** Runs for jqwik. */
public final class RunGenerators {
  /** The fewest steps of a run that is generated; one that shrinks has fewer. */
  public static final int FEWEST_STEPS = 30;

  private static final int MOST_STEPS = 40;

  /** Every variant, and every variant with each choice that is not its default. */
  public static final Vector<Variant> VARIANTS =
      Variants.ALL.flatMap(
          variant ->
              Choices.ALL
                  .reject(choice -> choice.isDefault())
                  .filter(choice -> choice.refusal().apply(variant).isEmpty())
                  .map(choice -> choice.applyTo(variant))
                  .prepend(variant));

  /** What browsers are able to do. */
  public static final Vector<Capabilities> CAPABILITIES =
      Vector.of(CrossOriginIsolationMode.CONCRETE, CrossOriginIsolationMode.LOGICAL)
          .flatMap(
              isolation ->
                  Vector.of(
                      new Capabilities(true, true, isolation),
                      new Capabilities(false, true, isolation),
                      new Capabilities(false, false, isolation)))
          .append(new Capabilities(true, true, CrossOriginIsolationMode.NONE));

  private RunGenerators() {}

  /** Runs of steps that a universe offers, under one of the variants. */
  public static Arbitrary<Run> runs(Vector<Variant> variants) {
    return Arbitraries.fromGenerator(
        random -> {
          var draws = new Draws(random);
          return new ShrinkableRun(
              UniverseRuns.next(random, draws.of(variants), draws.of(CAPABILITIES), length(draws)));
        });
  }

  /** Runs of actions of every kind, whose servers answer anything, under one of the variants. */
  public static Arbitrary<Run> rawRuns(Vector<Variant> variants) {
    var servers =
        AnswerGenerators.urls()
            .list()
            .ofMinSize(2)
            .ofMaxSize(6)
            .uniqueElements()
            .map(Vector::ofAll)
            .flatMap(AnswerGenerators::servers)
            .generator(1000);
    return Arbitraries.fromGenerator(
        random -> {
          var draws = new Draws(random);
          return new ShrinkableRun(
              RawRuns.next(
                  random,
                  servers.next(random).value(),
                  draws.of(variants),
                  draws.of(CAPABILITIES),
                  length(draws)));
        });
  }

  private static int length(Draws draws) {
    return FEWEST_STEPS + draws.below(MOST_STEPS - FEWEST_STEPS + 1);
  }

  private record ShrinkableRun(Run value) implements Shrinkable<Run> {
    @Override
    public Stream<Shrinkable<Run>> shrink() {
      return Shrinking.simplerThan(value).toJavaStream().map(ShrinkableRun::new);
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(
          Shrinking.size(value).toJavaStream().mapToLong(Long::longValue).toArray());
    }
  }
}
