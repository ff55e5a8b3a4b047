package org.coopcheck.counterexamples.search;

import io.vavr.Tuple;
import io.vavr.Tuple3;
import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.coopcheck.counterexamples.engine.BreadthFirstSearch;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.Progress;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.engine.SearchLog;
import org.coopcheck.counterexamples.engine.SearchPlan;
import org.coopcheck.counterexamples.engine.SearchResult;
import org.coopcheck.counterexamples.engine.StateCheck;
import org.coopcheck.counterexamples.engine.StopWhen;
import org.coopcheck.counterexamples.engine.Storage;
import org.coopcheck.counterexamples.engine.Trace;
import org.coopcheck.counterexamples.engine.Workers;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.decision.Coverage;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Sight;

/** Searches all worlds of a bound for violations of invariants, nearest first. */
public final class InvariantSearch {
  private static final int HITS_PER_CAUSE = 60;

  private InvariantSearch() {}

  /**
   * What a search may use, and who is told.
   *
   * @param reductions what it does to meet fewer worlds
   * @param limits the budget; its steps are not used, since the bound has them
   * @param progress is told how far the search has come
   * @param cancellation ends it early
   * @param storage what is kept of the worlds that were met
   * @param workers do the work
   * @param log where it is written down how far the search has come
   */
  public record Conduct(
      SortedSet<WorkReduction> reductions,
      SearchLimits limits,
      Consumer<Progress> progress,
      Cancellation cancellation,
      Storage storage,
      Workers workers,
      Option<SearchLog> log) {

    /** With all reductions, and silent to the end, by one worker. */
    public static final Conduct PLAIN =
        new Conduct(
            WorkReduction.ALL,
            SearchLimits.NONE,
            progress -> {},
            new Cancellation(),
            Storage.ENCODINGS,
            new Workers(1),
            Option.none());

    /** Whether worlds that are renamings of each other are visited once. */
    public boolean symmetry() {
      return reductions.contains(WorkReduction.SYMMETRY);
    }

    public Conduct withSymmetry(boolean other) {
      return withReductions(
          other
              ? reductions.add(WorkReduction.SYMMETRY)
              : reductions.remove(WorkReduction.SYMMETRY));
    }

    public Conduct withReductions(SortedSet<WorkReduction> other) {
      return new Conduct(other, limits, progress, cancellation, storage, workers, log);
    }

    public Conduct withLimits(SearchLimits other) {
      return new Conduct(reductions, other, progress, cancellation, storage, workers, log);
    }

    public Conduct withCancellation(Cancellation other) {
      return new Conduct(reductions, limits, progress, other, storage, workers, log);
    }

    public Conduct withWorkers(Workers other) {
      return new Conduct(reductions, limits, progress, cancellation, storage, other, log);
    }

    public Conduct withStorage(Storage other) {
      return new Conduct(reductions, limits, progress, cancellation, other, workers, log);
    }

    public Conduct withLog(Option<SearchLog> other) {
      return new Conduct(reductions, limits, progress, cancellation, storage, workers, other);
    }
  }

  /**
   * What is known of one invariant under one variant.
   *
   * @param variant the rules
   * @param invariant the invariant
   * @param bound the bound within which was searched
   * @param verdict what can be said
   * @param isComplete whether the search reached a fixpoint
   * @param worlds the distinct worlds that the search stored
   * @param transitions the steps that it tried
   * @param bytes the memory of the worlds that it stored; 0 if it stored none
   * @param elapsed how long it took
   * @param engine the name of the engine that looked
   * @param sample which runs it drew, if it looked at some only
   * @param coverage which answers of which rules it came across, if it listened
   */
  public record Checked(
      Variant variant,
      Invariant invariant,
      Bound bound,
      Verdict verdict,
      boolean isComplete,
      int worlds,
      long transitions,
      long bytes,
      Duration elapsed,
      String engine,
      Option<Sample> sample,
      Option<Coverage> coverage) {

    /** What an engine says that stores no worlds. */
    public Checked(
        Variant variant,
        Invariant invariant,
        Bound bound,
        Verdict verdict,
        boolean isComplete,
        int worlds,
        long transitions,
        Duration elapsed,
        String engine,
        Option<Sample> sample,
        Option<Coverage> coverage) {
      this(
          variant,
          invariant,
          bound,
          verdict,
          isComplete,
          worlds,
          transitions,
          0,
          elapsed,
          engine,
          sample,
          coverage);
    }

    /** What tells its search from the others of the same variant. */
    public Tuple3<String, Bound, Boolean> search() {
      return Tuple.of(engine, bound, invariant.sight() == Sight.CREATION);
    }
  }

  /**
   * What is wanted of a search besides its verdicts.
   *
   * @param findings how many causes of a violation are enough
   * @param coverage whether it listens to which rules decide what
   */
  public record Wish(int findings, boolean coverage) {
    /** Verdicts, and nothing else. */
    public static final Wish PLAIN = new Wish(1, false);
  }

  /**
   * Invariants that are searched for together: they look at the same worlds.
   *
   * @param bound the bound
   * @param sight what they look at
   * @param invariants the invariants
   */
  public record Batch(Bound bound, Sight sight, Vector<Invariant> invariants) {}

  /**
   * Sorts invariants into batches.
   *
   * @param invariants the invariants
   * @param bound the bound
   * @param widens whether each invariant's own kinds of steps are added to those of the bound
   */
  public static Vector<Batch> batches(Vector<Invariant> invariants, Bound bound, boolean widens) {
    Vector<Batch> batches = Vector.empty();
    for (Invariant invariant : invariants) {
      SortedSet<StepKind> kinds =
          widens ? bound.kinds().union(invariant.concerns()) : bound.kinds();
      var sight = invariant.sight() == Sight.CREATION ? Sight.CREATION : Sight.WORLD;
      var widened = bound.withKinds(kinds);
      int index =
          batches.indexWhere(batch -> batch.bound().equals(widened) && batch.sight() == sight);
      batches =
          index < 0
              ? batches.append(new Batch(widened, sight, Vector.of(invariant)))
              : batches.update(
                  index,
                  batch ->
                      new Batch(
                          batch.bound(), batch.sight(), batch.invariants().append(invariant)));
    }
    return batches;
  }

  /**
   * @param variant the rules
   * @param batch what is looked for, and where
   * @param conduct what the search may use
   * @return one answer for each invariant, in their order
   */
  public static Vector<Checked> search(Variant variant, Batch batch, Conduct conduct) {
    return search(variant, batch, conduct, Wish.PLAIN);
  }

  /**
   * @param variant the rules
   * @param batch what is looked for, and where
   * @param conduct what the search may use
   * @param wish what is wanted besides
   * @return one answer for each invariant, in their order
   */
  public static Vector<Checked> search(Variant variant, Batch batch, Conduct conduct, Wish wish) {
    int most = wish.findings();
    var bound = batch.bound();
    var universe = new Universe(bound);
    var observed = Observed.of(bound, batch.sight() == Sight.CREATION, conduct.reductions());
    List<Decisions.Counted> heard = Collections.synchronizedList(new ArrayList<>());
    Supplier<Decisions> listener =
        () -> {
          var ofOneWorker = new Decisions.Counted();
          heard.add(ofOneWorker);
          return ofOneWorker;
        };
    var checks =
        batch
            .invariants()
            .flatMap(
                invariant ->
                    Vector.<StateCheck<World, Action>>of(
                        new Look(universe, variant, invariant, false, enough(most)),
                        new Look(universe, variant, invariant, true, 1)));
    var limits = bound.steps().fold(conduct::limits, conduct.limits()::withSteps);
    var result =
        BreadthFirstSearch.search(
            () ->
                new WorldSystem(
                    universe,
                    variant,
                    observed,
                    wish.coverage() ? listener.get() : Decisions.UNHEARD),
            new SearchPlan<>(
                checks,
                StopWhen.ALL_ARE_FOUND,
                limits,
                conduct.progress()::accept,
                conduct.cancellation(),
                conduct.storage(),
                conduct.workers(),
                conduct.log()));
    return batch
        .invariants()
        .map(
            invariant ->
                new Checked(
                    variant,
                    invariant,
                    bound,
                    verdict(variant, universe, invariant, result, most),
                    result.isComplete(),
                    result.distinct(),
                    result.transitions(),
                    result.bytes(),
                    result.elapsed(),
                    ExhaustiveEngine.NAME,
                    Option.none(),
                    Option.when(
                        wish.coverage(),
                        () ->
                            Vector.ofAll(heard)
                                .map(Decisions.Counted::coverage)
                                .reduce(Coverage::plus))));
  }

  /** Most hits have the cause of one before them. */
  private static int enough(int most) {
    return most == 1 ? 1 : most * HITS_PER_CAUSE;
  }

  private static Verdict verdict(
      Variant variant,
      Universe universe,
      Invariant invariant,
      SearchResult<World, Action> result,
      int most) {
    var hits = result.traces(Look.nameOf(invariant, false));
    if (!hits.isEmpty()) {
      var found = counterexamples(variant, universe, invariant, hits, most);
      boolean mayHaveMore =
          found.size() == most
              || hits.size() == enough(most)
              || result.end() instanceof SearchEnd.CutShort;
      return new Verdict.Violated(found.head(), found.tail(), mayHaveMore);
    }
    if (result.end() instanceof SearchEnd.CutShort(var budget)) {
      return new Verdict.Undecided(budget);
    }
    return result.trace(Look.nameOf(invariant, true)).isDefined()
        ? new Verdict.Holds(
            universe.bound(),
            result.isComplete() ? Verdict.Extent.FIXPOINT : Verdict.Extent.SO_MANY_STEPS,
            result.missed())
        : new Verdict.Vacuous(universe.bound(), result.missed());
  }

  /** Of each cause the first, which is the shortest. */
  private static Vector<Verdict.Counterexample> counterexamples(
      Variant variant,
      Universe universe,
      Invariant invariant,
      Vector<Trace<World, Action>> hits,
      int most) {
    return new Minimiser(invariant, variant, universe.bound().capabilities())
        .counterexamples(
            hits.toStream().map(hit -> scenario(variant, universe, invariant, hit.actions())),
            most);
  }

  /**
   * Steps that break an invariant, replayed and reduced until nothing can be dropped.
   *
   * @param variant the rules
   * @param universe where the steps are taken
   * @param invariant the invariant
   * @param steps the steps; that they do not break it is a fault of whoever found them
   */
  public static Verdict.Counterexample counterexample(
      Variant variant, Universe universe, Invariant invariant, Vector<Action> steps) {
    return new Minimiser(invariant, variant, universe.bound().capabilities())
        .counterexample(scenario(variant, universe, invariant, steps));
  }

  /** Steps of a universe that break an invariant, as a scenario. */
  static Scenario scenario(
      Variant variant, Universe universe, Invariant invariant, Vector<Action> steps) {
    return Scenarios.of(
        "%s: %s is violated".formatted(variant.name(), invariant.name()),
        steps,
        universe.server(),
        Vector.of(variant),
        universe.bound().capabilities());
  }

  /** Looks for a violation of an invariant, or for its witness. */
  private record Look(
      Universe universe, Variant variant, Invariant invariant, boolean forWitness, int enough)
      implements StateCheck<World, Action> {

    static String nameOf(Invariant invariant, boolean forWitness) {
      return (forWitness ? "witness of " : "violation of ") + invariant.name();
    }

    @Override
    public String name() {
      return nameOf(invariant, forWitness);
    }

    @Override
    public boolean looksAtSteps() {
      return invariant.sight() == Sight.STEP;
    }

    @Override
    public boolean isHitBy(World initial) {
      return false; // no step led to it, and a browser without windows breaks nothing
    }

    @Override
    public boolean isHitBy(World before, Action action, World after) {
      var moment =
          new Moment(
              before, universe.server(), action, after, variant, universe.bound().capabilities());
      return forWitness
          ? invariant.isWitness().apply(moment)
          : invariant.violationIn().apply(moment).isDefined() && (enough == 1 || isNew(moment));
    }

    /** What is violated already is told of the step that did it. */
    private boolean isNew(Moment moment) {
      if (invariant.sight() == Sight.STEP) return true;
      var before =
          new Moment(
              moment.before(),
              moment.server(),
              moment.action(),
              moment.before(),
              variant,
              moment.capabilities());
      return invariant.violationIn().apply(before).isEmpty();
    }
  }
}
