package org.coopcheck.counterexamples.engine;

/**
 * What a search looks for: a state, or a step, that breaks an invariant or reaches a target.
 *
 * <p>A check only looks: it remembers nothing, since several workers ask it at once and sometimes
 * about what the search drops again; and it keeps none of the states it is shown, which may be
 * reused.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
public interface StateCheck<S, A> {

  /** The name under which a finding is reported; unique in a search. */
  String name();

  /**
   * Whether the check looks at steps rather than states. It is then shown every transition from
   * every distinct state; else only those that lead to a state not met before.
   */
  default boolean looksAtSteps() {
    return false;
  }

  /** How many hits are enough; the search goes on looking until then. */
  default int enough() {
    return 1;
  }

  /** Whether the initial state is what the search looks for. */
  boolean isHitBy(S initial);

  /**
   * Whether the step, or the state after it, is what the search looks for.
   *
   * @param before the state before the step
   * @param action the action
   * @param after the state after the step
   */
  boolean isHitBy(S before, A action, S after);
}
