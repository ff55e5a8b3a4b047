package org.coopcheck.counterexamples.mutants.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Where mutated code asks which mutant is on, and where recorded code says that it was reached. All
 * copies of the model share it; only one of them runs at a time.
 */
public final class Switchboard {
  /** The number of the method that has a mutant that is on, or {@link #NONE}. */
  public static int method = Switchboard.NONE;

  /** The number of that mutant. */
  public static int mutant = Switchboard.NONE;

  /** No method, no mutant. */
  public static final int NONE = -1;

  private static final Deque<Integer> INITIALISING = new ArrayDeque<>();
  private static final int MOST_POINTS = 1 << 16;
  private static final boolean[] REACHED = new boolean[MOST_POINTS];
  private static final boolean[] REACHED_AT_FIRST = new boolean[MOST_POINTS];
  private static int initialising;

  private static long turns;
  private static long mostTurns;

  private Switchboard() {}

  /**
   * @param inMethod the number of its method
   * @param number its number
   */
  public static void on(int inMethod, int number) {
    method = inMethod;
    mutant = number;
  }

  /** The model is as it is written. */
  public static void off() {
    on(NONE, NONE);
  }

  /**
   * Another question is asked.
   *
   * @param atMost how often loops may go round until it is answered
   */
  public static void begin(long atMost) {
    turns = 0;
    mostTurns = atMost;
  }

  /** The points that were reached since this was last asked. */
  public static BitSet takeReached() {
    var taken = set(REACHED);
    Arrays.fill(REACHED, false);
    return taken;
  }

  private static BitSet set(boolean[] points) {
    var set = new BitSet();
    for (int i = 0; i < points.length; i++) {
      if (points[i]) set.set(i);
    }
    return set;
  }

  /** The points that were reached while a class was initialised: what they made is kept. */
  public static BitSet reachedAtFirst() {
    return set(REACHED_AT_FIRST);
  }

  // Called by woven code.

  /** The point is reached. */
  public static void reach(int point) {
    REACHED[point] = true;
    if (initialising > 0) REACHED_AT_FIRST[point] = true;
  }

  /** A loop goes round once more. */
  public static void turn() {
    if (method != NONE && ++turns > mostTurns) throw new DoesNotEnd(mostTurns);
  }

  /** A static initialiser begins; what it makes outlives every mutant, so none is on in it. */
  public static void beginInitialiser() {
    INITIALISING.push(method);
    initialising++;
    method = NONE;
  }

  /** The static initialiser ends. */
  public static void endInitialiser() {
    method = INITIALISING.pop();
    initialising--;
  }

  /** What was read of headers under a mutant is kept for that mutant only. */
  public static Object key(Object key) {
    return method == NONE ? key : new UnderAMutant(key, mutant);
  }

  private record UnderAMutant(Object key, int mutant) {}

  /** The list without one of its values. */
  public static Object[] without(Object[] values, int index) {
    var shorter = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, index + 1, shorter, index, values.length - 1 - index);
    return shorter;
  }
}
