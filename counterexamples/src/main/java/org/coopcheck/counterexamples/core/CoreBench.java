package org.coopcheck.counterexamples.core;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;
import org.coopcheck.counterexamples.engine.BreadthFirstSearch;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.Finding;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.engine.SearchLog;
import org.coopcheck.counterexamples.engine.SearchPlan;
import org.coopcheck.counterexamples.engine.SearchProgress;
import org.coopcheck.counterexamples.engine.SearchResult;
import org.coopcheck.counterexamples.engine.StateCheck;
import org.coopcheck.counterexamples.engine.StopWhen;
import org.coopcheck.counterexamples.engine.Storage;
import org.coopcheck.counterexamples.engine.Workers;

/** Runs the core world: the benchmark of the search engine. */
public final class CoreBench {
  /** What holds in every state. */
  public static final Vector<CoreProperty> INVARIANTS =
      Vector.of(CoreProperty.values()).reject(CoreProperty::isTarget);

  private CoreBench() {}

  /** Runs it by one worker, with all the memory that the virtual machine may have. */
  public static CoreResult run(CoreRequest request) {
    return run(
        request,
        SearchLimits.NONE,
        progress -> {},
        new Cancellation(),
        Storage.ENCODINGS,
        new Workers(1),
        Option.none());
  }

  /**
   * @param request what to run
   * @param budget the budgets of the search; its steps are those of the request
   * @param progress is told how far the search has come
   * @param cancellation ends it early
   * @param storage what is kept of the states that were met
   * @param workers do the work
   * @param log where it is written down how far the search has come
   */
  public static CoreResult run(
      CoreRequest request,
      SearchLimits budget,
      Consumer<SearchProgress> progress,
      Cancellation cancellation,
      Storage storage,
      Workers workers,
      Option<SearchLog> log) {
    Vector<StateCheck<CoreWorld, CoreAction>> checks =
        request
            .target()
            .fold(() -> INVARIANTS, Vector::of)
            .map(property -> new CoreCheck(property, request.windows()));
    var plan =
        new SearchPlan<>(
            checks,
            StopWhen.ONE_IS_FOUND,
            request.steps().fold(() -> budget, budget::withSteps),
            progress,
            cancellation,
            storage,
            workers,
            log);
    var result =
        BreadthFirstSearch.search(
            () -> new CoreSystem(request.windows(), request.hasSymmetry(), request.bug()), plan);
    return new CoreResult(
        result.distinct(),
        result.transitions(),
        verdict(request, result),
        result.findings().headOption().map(Finding::trace),
        result.depth(),
        result.isComplete(),
        result.missed(),
        result.bytes(),
        result.elapsed());
  }

  private static CoreVerdict verdict(
      CoreRequest request, SearchResult<CoreWorld, CoreAction> result) {
    Option<CoreProperty> target = request.target().filter(CoreProperty::isTarget);
    return switch (result.end()) {
      case SearchEnd.Found() -> found(result.findings().head().check());
      case SearchEnd.CutShort(var budget) -> new CoreVerdict.Undecided(budget);
      case SearchEnd.Exhausted() -> nothing(target);
      case SearchEnd.StepsReached(var steps) -> nothing(target);
    };
  }

  private static CoreVerdict found(String name) {
    CoreProperty property =
        Vector.of(CoreProperty.values()).find(p -> p.propertyName().equals(name)).get();
    return property.isTarget()
        ? new CoreVerdict.Reached(property)
        : new CoreVerdict.Violated(property);
  }

  private static CoreVerdict nothing(Option<CoreProperty> target) {
    return target.fold(CoreVerdict.Holds::new, CoreVerdict.Unreached::new);
  }
}
