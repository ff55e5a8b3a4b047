package org.coopcheck.counterexamples.report.json;

import io.vavr.collection.Vector;
import java.util.Arrays;
import java.util.function.BiPredicate;

/** The largest matching of a bipartite graph: each item gets a partner of its own, if it can. */
final class Matching {
  private static final int NOBODY = -1;

  private final int[] partners;
  private final BiPredicate<Integer, Integer> fits;

  private Matching(int others, BiPredicate<Integer, Integer> fits) {
    this.partners = new int[others];
    Arrays.fill(partners, NOBODY);
    this.fits = fits;
  }

  /**
   * @param items how many items there are
   * @param others how many partners there are
   * @param fits whether an item and a partner fit
   * @return the items that a largest matching leaves without a partner, in order
   */
  static Vector<Integer> unmatched(int items, int others, BiPredicate<Integer, Integer> fits) {
    var matching = new Matching(others, fits);
    return Vector.range(0, items).reject(item -> matching.place(item, new boolean[others]));
  }

  private boolean place(int item, boolean[] asked) {
    for (int other = 0; other < partners.length; other++) {
      if (asked[other] || !fits.test(item, other)) continue;
      asked[other] = true;
      if (partners[other] == NOBODY || place(partners[other], asked)) {
        partners[other] = item;
        return true;
      }
    }
    return false;
  }
}
