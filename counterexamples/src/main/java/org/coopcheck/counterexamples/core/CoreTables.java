package org.coopcheck.counterexamples.core;

import static org.coopcheck.counterexamples.core.CoreWorld.NONE;
import static org.coopcheck.counterexamples.core.CoreWorld.shift;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The core world as tables for a solver, made by asking {@link CoreSystem} about two windows and
 * what they make of a third.
 *
 * <p>A window is a number: 0 if it is dead, and otherwise one for its origin, policy and document.
 * What is between two windows is another: whether they share a group, and which of them the other
 * has as its opener. That what a step does to two windows depends on nothing else but them and the
 * window that acts is what the tables assume, and a test compares.
 */
public final class CoreTables {
  /** The numbers of windows are smaller. */
  public static final int WINDOWS = 17;

  /** The numbers of what is between windows are smaller. */
  public static final int RELATIONS = 8;

  /** The numbers of what a window can do are smaller. */
  public static final int ACTS = 11;

  private static final int SAME_GROUP = 1;
  private static final int FIRST_OPENED_SECOND = 2;
  private static final int SECOND_OPENED_FIRST = 4;

  private final CoreSystem system;
  private final List<int[]> acting = new ArrayList<>();
  private final List<int[]> besides = new ArrayList<>();

  /**
   * @param bug the fault to be found
   */
  public CoreTables(SeededBug bug) {
    this.system = new CoreSystem(3, false, bug);
    for (int actor = 1; actor < WINDOWS; actor++) {
      for (int other = 0; other < WINDOWS; other++) {
        for (int relation = 0; relation < RELATIONS; relation++) {
          if (other == 0 && relation != 0) continue;
          ask(actor, other, relation);
        }
      }
    }
  }

  /** What the windows are before anything happens: the first, and all others. */
  public static Vector<Integer> initial(int windows) {
    return Vector.of(window(0, 0, 0)).padTo(windows, 0);
  }

  /**
   * Rows of what acts: the window, what it does, what it is afterwards, and, if it opens a popup,
   * what that is, and what is between the two.
   */
  public Vector<int[]> acting() {
    return Vector.ofAll(acting);
  }

  /**
   * Rows of what is besides: the window that acts, what it does, another window, what is between the
   * two before, what is afterwards, and what is between a popup, if one is opened, and the other.
   */
  public Vector<int[]> besides() {
    return Vector.ofAll(besides);
  }

  /**
   * Rows of two windows and what is between them for which something is so.
   *
   * @param property what
   */
  public Vector<int[]> pairs(CoreProperty property, boolean isSo) {
    var check = new CoreCheck(property, 2);
    var rows = new ArrayList<int[]>();
    for (int first = 0; first < WINDOWS; first++) {
      for (int second = 0; second < WINDOWS; second++) {
        for (int relation = 0; relation < RELATIONS; relation++) {
          if ((first == 0 || second == 0) && relation != 0) continue;
          if (check.isHitBy(new CoreWorld(bits(first, second, relation))) == isSo) {
            rows.add(new int[] {first, second, relation});
          }
        }
      }
    }
    return Vector.ofAll(rows);
  }

  /** Whether it opens a popup. */
  public static boolean isOpening(int act) {
    return act < 2;
  }

  /** The same as seen by the other of the two. */
  public static int flipped(int relation) {
    return (relation & SAME_GROUP)
        | ((relation & FIRST_OPENED_SECOND) != 0 ? SECOND_OPENED_FIRST : 0)
        | ((relation & SECOND_OPENED_FIRST) != 0 ? FIRST_OPENED_SECOND : 0);
  }

  /** Whether two windows between which there is this share a group. */
  public static boolean isSameGroup(int relation) {
    return (relation & SAME_GROUP) != 0;
  }

  /** The index of an action of {@link CoreSystem}. */
  public static int action(int window, int act) {
    return ACTS * window + act;
  }

  private void ask(int actor, int other, int relation) {
    long bits = bits(actor, other, relation);
    system.forEachSuccessor(
        new CoreWorld(bits),
        (index, after) -> {
          if (index >= ACTS) return; // the other window acts
          long then = after.bits();
          boolean opens = isOpening(index);
          int popup = other == 0 ? 1 : 2;
          if (other == 0) {
            acting.add(
                new int[] {
                  actor,
                  index,
                  windowAt(then, 0),
                  opens ? windowAt(then, popup) : 0,
                  opens ? between(then, 0, popup) : 0
                });
          }
          besides.add(
              new int[] {
                actor,
                index,
                other,
                relation,
                other == 0 ? 0 : between(then, 0, 1),
                opens && other != 0 ? between(then, popup, 1) : 0
              });
        });
  }

  private static int window(int origin, int coop, int initial) {
    return 1 + ((origin * 4 + coop) * 2 + initial);
  }

  private static int windowAt(long bits, int place) {
    return CoreWorld.isAlive(bits, place)
        ? window(
            CoreWorld.origin(bits, place),
            CoreWorld.coop(bits, place),
            CoreWorld.initial(bits, place))
        : 0;
  }

  private static int between(long bits, int first, int second) {
    if (!CoreWorld.isAlive(bits, first) || !CoreWorld.isAlive(bits, second)) return 0;
    return (CoreWorld.group(bits, first) == CoreWorld.group(bits, second) ? SAME_GROUP : 0)
        | (CoreWorld.opener(bits, second) == first ? FIRST_OPENED_SECOND : 0)
        | (CoreWorld.opener(bits, first) == second ? SECOND_OPENED_FIRST : 0);
  }

  private static long bits(int first, int second, int relation) {
    long bits = 0;
    for (int place = 0; place < CoreWorld.MAXIMUM_WINDOWS; place++) {
      bits |= CoreWorld.DEAD << shift(place);
    }
    int openerOfFirst = (relation & SECOND_OPENED_FIRST) != 0 ? 1 : NONE;
    int openerOfSecond = (relation & FIRST_OPENED_SECOND) != 0 ? 0 : NONE;
    if (first != 0) bits = CoreWorld.with(bits, 0, fields(first, openerOfFirst, 0));
    int groupOfSecond = isSameGroup(relation) ? 0 : 1;
    if (second != 0) bits = CoreWorld.with(bits, 1, fields(second, openerOfSecond, groupOfSecond));
    return bits;
  }

  private static long fields(int window, int opener, int group) {
    int rest = window - 1;
    return CoreWorld.window(rest / 8, rest / 2 % 4, rest % 2, opener, group);
  }
}
