package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;
import java.util.Comparator;

/**
 * Two windows of different pages of which one, at least, has a handle of the other.
 *
 * @param ends where they are
 * @param lines what the handles are good for, one for each direction
 * @param strength the best that a handle between them is good for
 * @param leadsForward whether the first has a handle of the second
 * @param leadsBack whether the second has one of the first
 * @param isChanged whether the step made it so
 */
record Link(
    Ends ends,
    Vector<String> lines,
    Strength strength,
    boolean leadsForward,
    boolean leadsBack,
    boolean isChanged) {

  /** What a handle is good for, the best last. */
  enum Strength {
    SEVERED("severed"),
    SOME("some"),
    PROPERTIES("properties"),
    DOM("dom");

    private final String word;

    Strength(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * @param one the place of the one window
   * @param other the place of the other
   */
  record Ends(Slot one, Slot other) implements Comparable<Ends> {
    @Override
    public int compareTo(Ends ends) {
      return Comparator.comparing(Ends::one).thenComparing(Ends::other).compare(this, ends);
    }
  }

  double width() {
    return lines.map(line -> Letters.sans(line, LinkDrawing.SIZE, false)).max().getOrElse(0.0);
  }
}
