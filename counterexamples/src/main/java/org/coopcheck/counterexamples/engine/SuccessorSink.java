package org.coopcheck.counterexamples.engine;

/**
 * Takes the successors of a state, one by one.
 *
 * @param <S> a state
 */
@FunctionalInterface
public interface SuccessorSink<S> {

  /**
   * @param action the index of the action, not negative; the same one from the same state always
   *     means the same action
   * @param after the state after it, which may be reused once this returns
   */
  void accept(int action, S after);
}
