package org.coopcheck.counterexamples.solver;

import org.coopcheck.model.variant.GroupRelation;

/**
 * What connects two windows. What is in a window has places: the window is at 0, its frames follow
 * in tree order.
 *
 * @param relation which groups they share
 * @param openerOfFirst the place in the second of what opened the first, or {@link #NONE}
 * @param openerOfSecond the place in the first of what opened the second, or {@link #NONE}
 * @param handlesOfFirst a bit for each two places: whether the document at the one, in the first
 *     window, has a handle on what is at the other, in the second
 * @param handlesOfSecond the same from the second window to the first
 */
record Between(
    GroupRelation relation,
    int openerOfFirst,
    int openerOfSecond,
    long handlesOfFirst,
    long handlesOfSecond) {
  /** No opener. */
  static final int NONE = -1;

  private static final int MOST_PLACES = 8;

  /** Whether one has the other as its opener, or has a handle on it. */
  boolean isLink() {
    return openerOfFirst != NONE
        || openerOfSecond != NONE
        || handlesOfFirst != 0
        || handlesOfSecond != 0;
  }

  /** The bit of a handle. */
  static long handle(int of, int on) {
    if (of >= MOST_PLACES || on >= MOST_PLACES) {
      throw new IllegalArgumentException(
          "a window with more than %d frames".formatted(MOST_PLACES - 1));
    }
    return 1L << (of * MOST_PLACES + on);
  }
}
