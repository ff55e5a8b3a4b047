package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;

/**
 * What a search looks for, when it may stop, who is told, and who works.
 *
 * @param checks what it looks for
 * @param stopWhen when it has found enough
 * @param limits how far it may go
 * @param progress is told twice a second, and at the end, how far it has come
 * @param cancellation ends it early
 * @param storage what is kept of the states that were met
 * @param workers do the work; the result does not depend on how many they are
 * @param log where it is written down how far the search has come, and with which it goes on
 * @param <S> a state
 * @param <A> the name of a step
 */
public record SearchPlan<S, A>(
    Vector<StateCheck<S, A>> checks,
    StopWhen stopWhen,
    SearchLimits limits,
    Consumer<SearchProgress> progress,
    Cancellation cancellation,
    Storage storage,
    Workers workers,
    Option<SearchLog> log) {

  /** To the fixpoint or until every check is hit, silently, by one worker. */
  public static <S, A> SearchPlan<S, A> of(Vector<StateCheck<S, A>> checks) {
    return new SearchPlan<>(
        checks,
        StopWhen.ALL_ARE_FOUND,
        SearchLimits.NONE,
        progress -> {},
        new Cancellation(),
        Storage.ENCODINGS,
        new Workers(1),
        Option.none());
  }

  public SearchPlan<S, A> withStopWhen(StopWhen other) {
    return new SearchPlan<>(checks, other, limits, progress, cancellation, storage, workers, log);
  }

  public SearchPlan<S, A> withLimits(SearchLimits other) {
    return new SearchPlan<>(checks, stopWhen, other, progress, cancellation, storage, workers, log);
  }

  public SearchPlan<S, A> withProgress(Consumer<SearchProgress> other) {
    return new SearchPlan<>(checks, stopWhen, limits, other, cancellation, storage, workers, log);
  }

  public SearchPlan<S, A> withCancellation(Cancellation other) {
    return new SearchPlan<>(checks, stopWhen, limits, progress, other, storage, workers, log);
  }

  public SearchPlan<S, A> withWorkers(Workers other) {
    return new SearchPlan<>(checks, stopWhen, limits, progress, cancellation, storage, other, log);
  }

  public SearchPlan<S, A> withLog(SearchLog other) {
    return new SearchPlan<>(
        checks, stopWhen, limits, progress, cancellation, storage, workers, Option.some(other));
  }

  public SearchPlan<S, A> withStorage(Storage other) {
    return new SearchPlan<>(checks, stopWhen, limits, progress, cancellation, other, workers, log);
  }
}
