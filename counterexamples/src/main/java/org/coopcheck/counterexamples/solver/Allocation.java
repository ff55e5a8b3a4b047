package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import org.coopcheck.model.world.NavigableId;

/**
 * Whether a browser can give all documents processes, though some need the same and others must not
 * have the same.
 */
public sealed interface Allocation {

  /**
   * It can.
   *
   * @param processes the windows and frames of each process, where there are as many as can be
   */
  record Possible(Vector<Vector<NavigableId>> processes) implements Allocation {}

  /**
   * It cannot.
   *
   * @param conflict demands that cannot be met together, and could if one of them was dropped
   */
  record Impossible(Vector<Demand> conflict) implements Allocation {}

  /**
   * What is demanded of the processes of two documents.
   *
   * @param one a window or frame
   * @param other another one; the same, if its document must be in no process at all
   * @param isTogether whether they must share a process, or must not
   * @param why why
   */
  record Demand(NavigableId one, NavigableId other, boolean isTogether, String why) {
    @Override
    public String toString() {
      if (one.equals(other)) return "no process is safe for %s: %s".formatted(one, why);
      return "%s and %s must%s share a process: %s"
          .formatted(one, other, isTogether ? "" : " not", why);
    }
  }
}
