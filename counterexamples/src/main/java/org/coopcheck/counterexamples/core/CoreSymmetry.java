package org.coopcheck.counterexamples.core;

import static org.coopcheck.counterexamples.core.CoreWorld.DEAD;
import static org.coopcheck.counterexamples.core.CoreWorld.NONE;
import static org.coopcheck.counterexamples.core.CoreWorld.shift;

import java.util.Arrays;

/**
 * One state for all that differ by the names of windows, or by which origin is which.
 *
 * <p>The origins are named so that less falls to the second; if both weigh the same, both ways are
 * tried. Windows are put in the order of a key that does not depend on names; where keys are equal,
 * all orders are tried. Of the states that arise, the one with the smallest number is chosen. The
 * states that arise are the same ones for every state of an orbit, and lie in it: two states are of
 * one orbit if, and only if, the same state is chosen for them. A poor key would cost time, never
 * exactness.
 */
final class CoreSymmetry {
  /** One more than the greatest name, which is {@link CoreWorld#NONE}. */
  private static final int NAMES = NONE + 1;

  private final int windows;

  // The state, window by window; only the live ones, which come first in the order.
  private final int[] document = new int[NAMES];
  private final int[] opener = new int[NAMES];
  private final int[] group = new int[NAMES];
  private final int[] opened = new int[NAMES];
  private final int[] members = new int[NAMES];
  private final int[] order = new int[NAMES];
  private int alive;

  private final long[] keys = new long[NAMES];
  private final long[] refined = new long[NAMES];
  private final int[] newNames = new int[NAMES];
  private final int[] newGroups = new int[NAMES];
  private long best;

  CoreSymmetry(int windows) {
    this.windows = windows;
  }

  /** The state that stands for all of the orbit. */
  long canonical(long bits) {
    unpack(bits);
    long weight = weightOfTheOrigins();
    best = Long.MAX_VALUE;
    if (weight > 0) exchangeOrigins();
    tryAllOrders();
    if (weight == 0) {
      exchangeOrigins();
      tryAllOrders();
    }
    return best;
  }

  private void unpack(long bits) {
    alive = 0;
    Arrays.fill(opened, 0);
    Arrays.fill(members, 0);
    for (int window = 0; window < windows; window++) {
      if (!CoreWorld.isAlive(bits, window)) continue;
      order[alive++] = window;
      document[window] = (int) (bits >>> shift(window) & CoreWorld.DOCUMENT);
      opener[window] = CoreWorld.opener(bits, window);
      group[window] = CoreWorld.group(bits, window);
      opened[opener[window]]++;
      members[group[window]]++;
    }
  }

  private void exchangeOrigins() {
    for (int i = 0; i < alive; i++) document[order[i]] ^= 1 << CoreWorld.ORIGIN;
  }

  /** The greater, the more there is of the second origin; names of windows do not count. */
  private long weightOfTheOrigins() {
    long weight = 0;
    for (int i = 0; i < alive; i++) {
      long key = key(order[i]);
      long share = mixed(key | 1 << CoreWorld.ORIGIN) >>> 8;
      weight += (key & 1 << CoreWorld.ORIGIN) == 0 ? -share : share;
    }
    return weight;
  }

  private void tryAllOrders() {
    for (int i = 0; i < alive; i++) keys[order[i]] = key(order[i]);
    sort();
    if (hasOpenOrder()) {
      refine();
      refine();
      sort();
    }
    tryOrdersFrom(0);
  }

  private long key(int window) {
    int hasOpener = opener[window] == NONE ? 0 : 1;
    return document[window] | hasOpener << 4 | opened[window] << 5 | members[group[window]] << 8;
  }

  /** Whether the keys leave an order open that matters. */
  private boolean hasOpenOrder() {
    for (int i = 1; i < alive; i++) {
      int window = order[i];
      int other = order[i - 1];
      if (keys[window] == keys[other] && !areTwins(window, other)) return true;
    }
    return false;
  }

  /** Adds to each key what the keys of the opener, of the opened and of the group are. */
  private void refine() {
    for (int i = 0; i < alive; i++) {
      int window = order[i];
      refined[window] = keys[window] * 31;
    }
    for (int i = 0; i < alive; i++) {
      int window = order[i];
      long mixed = mixed(keys[window]);
      if (opener[window] != NONE) {
        refined[window] += mixed(keys[opener[window]]);
        refined[opener[window]] += mixed >>> 7;
      }
      for (int j = 0; j < alive; j++) {
        int other = order[j];
        if (group[other] == group[window]) refined[other] += mixed >>> 13;
      }
    }
    System.arraycopy(refined, 0, keys, 0, NAMES);
  }

  private static long mixed(long key) {
    long product = (key + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    return product ^ product >>> 31;
  }

  private void sort() {
    for (int i = 1; i < alive; i++) {
      int window = order[i];
      int at = i;
      for (; at > 0 && keys[order[at - 1]] > keys[window]; at--) order[at] = order[at - 1];
      order[at] = window;
    }
  }

  /** Tries all orders of windows with equal keys, those before a position being settled. */
  private void tryOrdersFrom(int position) {
    int from = position;
    while (from + 1 < alive && keys[order[from]] != keys[order[from + 1]]) from++;
    if (from + 1 >= alive) {
      best = Math.min(best, renamed());
      return;
    }
    int to = from + 2;
    while (to < alive && keys[order[to]] == keys[order[from]]) to++;
    if (areAllTwins(from, to)) {
      tryOrdersFrom(to);
    } else {
      tryOrdersOf(from, to);
    }
  }

  private void tryOrdersOf(int from, int to) {
    if (from == to) {
      tryOrdersFrom(to);
      return;
    }
    for (int i = from; i < to; i++) {
      exchange(from, i);
      tryOrdersOf(from + 1, to);
      exchange(from, i);
    }
  }

  private void exchange(int i, int j) {
    int window = order[i];
    order[i] = order[j];
    order[j] = window;
  }

  private boolean areAllTwins(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (!areTwins(order[from], order[i])) return false;
    }
    return true;
  }

  /** Whether the state stays the same if two windows with equal keys change their names. */
  private boolean areTwins(int one, int other) {
    return document[one] == document[other]
        && opener[one] == opener[other]
        && opened[one] + opened[other] == 0
        && (group[one] == group[other] || members[group[one]] + members[group[other]] == 2);
  }

  /** The state with the windows named by their order. */
  private long renamed() {
    newNames[NONE] = NONE;
    for (int i = 0; i < alive; i++) {
      newNames[order[i]] = i;
      newGroups[group[order[i]]] = NONE;
    }
    long result = 0;
    for (int i = 0; i < alive; i++) {
      int window = order[i];
      int of = group[window];
      if (newGroups[of] == NONE) newGroups[of] = i;
      long links =
          (long) newNames[opener[window]] << CoreWorld.OPENER
              | (long) newGroups[of] << CoreWorld.GROUP;
      result |= (document[window] | links) << shift(i);
    }
    for (int i = alive; i < windows; i++) result |= DEAD << shift(i);
    return result;
  }
}
