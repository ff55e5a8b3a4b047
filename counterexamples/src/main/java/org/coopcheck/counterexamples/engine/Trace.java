package org.coopcheck.counterexamples.engine;

import io.vavr.collection.Vector;

/**
 * A run from the initial state.
 *
 * @param initial the initial state
 * @param steps its steps, none if the initial state is the whole run
 * @param <S> a state
 * @param <A> the name of a step
 */
public record Trace<S, A>(S initial, Vector<Step<S, A>> steps) {

  /**
   * One step of a run.
   *
   * @param index the index of the action among those of the state before
   * @param action the action
   * @param after the state after it
   */
  public record Step<S, A>(int index, A action, S after) {}

  /** The number of steps. */
  public int length() {
    return steps.size();
  }

  /** The actions, in order. */
  public Vector<A> actions() {
    return steps.map(Step::action);
  }

  /** The last state. */
  public S last() {
    return stateAfter(length());
  }

  /** The state after so many steps. */
  public S stateAfter(int count) {
    return count == 0 ? initial : steps.get(count - 1).after();
  }
}
