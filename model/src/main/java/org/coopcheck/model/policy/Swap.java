package org.coopcheck.model.policy;

import java.util.Locale;

/**
 * What a navigation asks of the browsing context group, weakest first; the strongest wish of all
 * hops wins.
 */
public enum Swap {
  /** It stays in its browsing context group. */
  NONE,
  /**
   * It leaves for another browsing context group of its COOP group, where a restricted opener stays.
   * Only proposals ask for it.
   */
  RELATED,
  /** It leaves for a new browsing context group, and every link is cut. */
  FULL;

  /** The stronger of the two. */
  public Swap or(Swap other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
