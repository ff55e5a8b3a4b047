package org.coopcheck.counterexamples.engine;

import java.util.Arrays;

/**
 * What a search has to take note of, when it follows the steps from some states in their order.
 *
 * @param <S> a state
 * @param <A> the name of a step
 */
sealed interface Event<S, A> {

  /** Which of the steps it belongs to. */
  Step step();

  /**
   * A step.
   *
   * @param before the place of the state before it among those that are expanded
   * @param action the index of the action
   * @param ordinal its place among the steps of the {@link Expansion}
   */
  record Step(int before, int action, int ordinal) {}

  /**
   * A step that a check looked for.
   *
   * @param step the step
   * @param check the number of the check
   */
  record StepHit<S, A>(Step step, int check) implements Event<S, A> {}

  /** A state that was not known when the expansion began. Others may have found it, too. */
  final class Candidate<S, A> implements Event<S, A> {
    private static final int[] NO_HITS = {};

    private final Step step;
    private final A action;
    private final S state;
    private final long hash;
    private final byte[] bytes;
    private boolean isNew;
    private int[] hits = NO_HITS;

    /**
     * @param step the step to the state
     * @param action its name
     * @param state the state, which nobody will change
     * @param hash the hash of its encoding
     * @param encoding what is copied
     */
    Candidate(Step step, A action, S state, long hash, Encoding encoding) {
      this.step = step;
      this.action = action;
      this.state = state;
      this.hash = hash;
      this.bytes = encoding.toByteArrayWithRoom();
    }

    @Override
    public Step step() {
      return step;
    }

    A action() {
      return action;
    }

    S state() {
      return state;
    }

    long hash() {
      return hash;
    }

    /** Adds it to the states; it is new if nobody has done so before. */
    void addTo(VisitedStates visited) {
      isNew = visited.add(hash, bytes, 0, bytes.length - Encoding.ROOM);
    }

    boolean isNew() {
      return isNew;
    }

    void isHitBy(int check) {
      hits = Arrays.copyOf(hits, hits.length + 1);
      hits[hits.length - 1] = check;
    }

    /** The numbers of the checks that look for the state. */
    int[] hits() {
      return hits;
    }
  }
}
