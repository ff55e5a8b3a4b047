package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Random;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.Shrinking;
import org.coopcheck.properties.generator.UniverseRuns;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;

/** One search of random runs under one variant, for several invariants at once. */
final class RandomSearch {
  /** So many runs that break an invariant are shrunk, and the smallest of them is told. */
  private static final int HITS = 5;

  private static final int HITS_PER_CAUSE = 10;
  private static final long NANOS_BETWEEN_REPORTS = 500_000_000;

  private final UniverseRuns source;
  private final Variant variant;
  private final Bound bound;
  private final long seed;
  private final Conduct conduct;
  private final Shrinking shrinking;
  private final Decisions.Counted heard = new Decisions.Counted();
  private final long started = System.nanoTime();
  private long lastReport = started;
  private int runs;
  private long steps;

  RandomSearch(UniverseRuns source, Variant variant, Bound bound, long seed, Conduct conduct) {
    this.source = source;
    this.variant = variant;
    this.bound = bound;
    this.seed = seed;
    this.conduct = conduct;
    this.shrinking = new Shrinking(source);
  }

  /**
   * What is known of an invariant so far.
   *
   * @param invariant the invariant
   * @param hits the first runs that break it, each up to the step that does
   * @param isWitnessReached whether some run gave it something to say
   */
  private record Look(Invariant invariant, Vector<Run> hits, boolean isWitnessReached) {

    Look at(Run run, Vector<Moment> moments, int enough) {
      if (hits.size() >= enough) return this;
      int violated = moments.indexWhere(each -> !invariant.holdsIn(each));
      boolean isWitness =
          isWitnessReached || moments.exists(each -> invariant.isWitness().apply(each));
      return violated < 0
          ? new Look(invariant, hits, isWitness)
          : new Look(invariant, hits.append(upTo(run, violated + 1)), isWitness);
    }
  }

  /**
   * @param invariants what is checked after each step of each run
   * @param tries how many runs are drawn
   * @param findings how many causes of a violation are enough
   * @return one answer for each invariant, in their order
   */
  Vector<Checked> search(Vector<Invariant> invariants, int tries, int findings) {
    int enough = findings == 1 ? HITS : findings * HITS_PER_CAUSE;
    var seeds = new Random(seed);
    var looks = invariants.map(invariant -> new Look(invariant, Vector.empty(), false));
    var end = Option.<Budget>none();
    while (end.isEmpty()) {
      var run =
          source.nextShaped(
              new Random(seeds.nextLong()), variant, RandomEngine.lengthWithin(bound));
      var moments = run.moments(heard);
      looks = looks.map(look -> look.at(run, moments, enough));
      runs++;
      steps += moments.size();
      end = end(tries);
    }
    var budget = end.get();
    return looks.map(look -> checked(look, budget, findings));
  }

  private Option<Budget> end(int tries) {
    long now = System.nanoTime();
    if (now - lastReport >= NANOS_BETWEEN_REPORTS) {
      lastReport = now;
      conduct.progress().accept(new RandomProgress(runs, tries, steps, elapsed()));
    }
    if (conduct.cancellation().isCancelled()) return Option.some(Budget.PATIENCE);
    if (conduct.limits().time().exists(limit -> limit.compareTo(elapsed()) <= 0)) {
      return Option.some(Budget.TIME);
    }
    return Option.when(runs >= tries, Budget.RUNS);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private Checked checked(Look look, Budget end, int findings) {
    // Whoever has no time left gets the run that is the shortest as it was drawn.
    var hits = end == Budget.RUNS ? look.hits() : look.hits().sortBy(RandomSearch::length).take(1);
    var found = hits.map(run -> shrunk(run, look.invariant())).sortBy(RandomSearch::length);
    return new Checked(
        variant,
        look.invariant(),
        bound,
        verdict(look.invariant(), found, end, findings),
        false,
        0,
        steps,
        elapsed(),
        RandomEngine.NAME,
        Option.some(new Sample(seed, runs, look.isWitnessReached(), found.headOption())),
        Option.some(heard.coverage()));
  }

  private Verdict verdict(Invariant invariant, Vector<Run> found, Budget end, int findings) {
    if (found.isEmpty()) return new Verdict.Undecided(end);
    var scenarios =
        found
            .toStream()
            .map(
                run ->
                    InvariantSearch.scenario(
                        variant, source.drawnFrom(), invariant, run.scenario().steps()));
    var minimiser = new Minimiser(invariant, variant, bound.capabilities());
    var smallest = minimiser.counterexamples(scenarios, findings);
    return new Verdict.Violated(smallest.head(), smallest.tail(), true);
  }

  /** The smallest run that is made by one simplification after the other. */
  private Run shrunk(Run run, Invariant invariant) {
    var smallest = run;
    var simpler = Option.some(run);
    while (simpler.isDefined() && !conduct.cancellation().isCancelled()) {
      smallest = simpler.get();
      simpler =
          shrinking
              .simpler(smallest)
              .filter(this::isUnderTheSameRules)
              .flatMap(candidate -> cut(candidate, invariant))
              .headOption();
    }
    return smallest;
  }

  private boolean isUnderTheSameRules(Run run) {
    return run.variant().equals(variant) && run.capabilities().equals(bound.capabilities());
  }

  /** The run up to the step that breaks the invariant; none if it does not. */
  private static Option<Run> cut(Run run, Invariant invariant) {
    int violated = run.moments().indexWhere(moment -> !invariant.holdsIn(moment));
    return Option.when(violated >= 0, () -> upTo(run, violated + 1));
  }

  private static Run upTo(Run run, int steps) {
    return run.withScenario(run.scenario().withSteps(run.scenario().steps().take(steps)));
  }

  private static int length(Run run) {
    return run.scenario().steps().size();
  }
}
