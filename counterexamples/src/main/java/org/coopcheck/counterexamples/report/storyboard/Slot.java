package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.control.Option;
import java.util.Comparator;
import org.coopcheck.counterexamples.observation.WindowFacts;

/**
 * A place in the pictures of a story: that of a COOP group, of a browsing context group in it, or of
 * a window in that. A window that goes on to another group has two.
 *
 * @param coopGroup the number of the COOP group
 * @param group the number of the browsing context group
 * @param window the label of the window
 */
record Slot(int coopGroup, Option<Integer> group, Option<String> window)
    implements Comparable<Slot> {

  static Slot ofWindow(WindowFacts window) {
    return new Slot(
        window.coopGroup(),
        Option.some(window.browsingContextGroup()),
        Option.some(window.label()));
  }

  /** The place of the browsing context group around a window. */
  Slot ofItsGroup() {
    return new Slot(coopGroup, group, Option.none());
  }

  /** The place of the COOP group around it. */
  Slot ofItsCoopGroup() {
    return new Slot(coopGroup, Option.none(), Option.none());
  }

  /** Whether the other place is inside this one, which is that of a group. */
  boolean isAround(Slot other) {
    return !equals(other) && (equals(other.ofItsGroup()) || equals(other.ofItsCoopGroup()));
  }

  @Override
  public int compareTo(Slot other) {
    return Comparator.comparingInt(Slot::coopGroup)
        .thenComparing(slot -> slot.group.getOrElse(0))
        .thenComparing(slot -> slot.window.getOrElse(""))
        .compare(this, other);
  }
}
