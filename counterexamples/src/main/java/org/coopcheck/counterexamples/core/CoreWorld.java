package org.coopcheck.counterexamples.core;

/**
 * A state of the core world, packed into one number.
 *
 * <p>Every window has ten bits, the first window the lowest: origin (1), opener policy (2), whether
 * it still shows the initial empty document (1), opener (3), group (3). {@link #NONE} stands for no
 * opener, and for the group of a dead window; all other bits of a dead window are 0. A group is
 * named by its smallest live window.
 */
public final class CoreWorld {
  /** No window. */
  public static final int NONE = 7;

  /** More windows do not fit. */
  public static final int MAXIMUM_WINDOWS = 6;

  static final int WIDTH = 10;
  static final int ORIGIN = 0;
  static final int COOP = 1;
  static final int INITIAL = 3;
  static final int OPENER = 4;
  static final int GROUP = 7;

  /** All fields of a window. */
  private static final long WINDOW = (1L << WIDTH) - 1;

  /** The fields of a window that a navigation sets. */
  static final long DOCUMENT = 0b1111;

  /** A window that is dead. */
  static final long DEAD = (long) NONE << OPENER | (long) NONE << GROUP;

  private long bits;

  CoreWorld(long bits) {
    this.bits = bits;
  }

  long bits() {
    return bits;
  }

  /** Only for the one that passes on successors. */
  void become(long other) {
    bits = other;
  }

  public boolean isAlive(int window) {
    return isAlive(bits, window);
  }

  public int origin(int window) {
    return origin(bits, window);
  }

  public int coop(int window) {
    return coop(bits, window);
  }

  public boolean isInitialEmptyDocument(int window) {
    return initial(bits, window) != 0;
  }

  /** The opener, or {@link #NONE}. */
  public int opener(int window) {
    return opener(bits, window);
  }

  /** The smallest live window of the group, or {@link #NONE}. */
  public int group(int window) {
    return group(bits, window);
  }

  /** Where the fields of a window begin. */
  static int shift(int window) {
    return WIDTH * window;
  }

  static boolean isAlive(long bits, int window) {
    return group(bits, window) != NONE;
  }

  static int origin(long bits, int window) {
    return (int) (bits >>> shift(window) >>> ORIGIN) & 1;
  }

  static int coop(long bits, int window) {
    return (int) (bits >>> shift(window) >>> COOP) & 3;
  }

  static int initial(long bits, int window) {
    return (int) (bits >>> shift(window) >>> INITIAL) & 1;
  }

  static int opener(long bits, int window) {
    return (int) (bits >>> shift(window) >>> OPENER) & 7;
  }

  static int group(long bits, int window) {
    return (int) (bits >>> shift(window) >>> GROUP) & 7;
  }

  static long window(int origin, int coop, int initial, int opener, int group) {
    return (long) origin << ORIGIN
        | (long) coop << COOP
        | (long) initial << INITIAL
        | (long) opener << OPENER
        | (long) group << GROUP;
  }

  static long with(long bits, int window, long fields) {
    return (bits & ~(WINDOW << shift(window))) | fields << shift(window);
  }

  static long withoutOpener(long bits, int window) {
    return bits | (long) NONE << OPENER << shift(window);
  }

  static long withGroup(long bits, int window, int group) {
    int shift = shift(window) + GROUP;
    return (bits & ~((long) NONE << shift)) | (long) group << shift;
  }
}
