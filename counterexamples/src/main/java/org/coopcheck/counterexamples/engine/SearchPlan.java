package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;
import java.util.function.Consumer;

/**
 * What a search looks for, when it may stop, and who is told.
 *
 * @param checks what it looks for
 * @param stopWhen when it has found enough
 * @param limits how far it may go
 * @param progress is told twice a second, and at the end, how far it has come
 * @param cancellation ends it early
 * @param <S> a state
 */
public record SearchPlan<S>(
    Vector<StateCheck<S>> checks,
    StopWhen stopWhen,
    SearchLimits limits,
    Consumer<SearchProgress> progress,
    Cancellation cancellation) {

  /** To the fixpoint or until every check is hit, silently. */
  public static <S> SearchPlan<S> of(Vector<StateCheck<S>> checks) {
    return new SearchPlan<>(
        checks, StopWhen.ALL_ARE_FOUND, SearchLimits.NONE, progress -> {}, new Cancellation());
  }

  public SearchPlan<S> withStopWhen(StopWhen other) {
    return new SearchPlan<>(checks, other, limits, progress, cancellation);
  }

  public SearchPlan<S> withLimits(SearchLimits other) {
    return new SearchPlan<>(checks, stopWhen, other, progress, cancellation);
  }

  public SearchPlan<S> withProgress(Consumer<SearchProgress> other) {
    return new SearchPlan<>(checks, stopWhen, limits, other, cancellation);
  }

  public SearchPlan<S> withCancellation(Cancellation other) {
    return new SearchPlan<>(checks, stopWhen, limits, progress, other);
  }
}
