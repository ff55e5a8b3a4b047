package org.coopcheck.counterexamples.search;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/** What an exhaustive search does to meet fewer worlds without changing what it finds. */
public enum WorkReduction {
  /** Worlds that differ only in which window or origin is which are one. */
  SYMMETRY,
  /** Handles to what is gone are not looked at: they never lead anywhere again. */
  DEAD_HANDLES,
  /** What no step of the bound and no invariant can see is not looked at. */
  UNSEEN_PARTS;

  /** All of them. */
  public static final TreeSet<WorkReduction> ALL = TreeSet.of(values());

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one with that word. */
  public static Option<WorkReduction> fromWord(String word) {
    return Vector.of(values()).find(each -> each.word().equals(word));
  }
}
