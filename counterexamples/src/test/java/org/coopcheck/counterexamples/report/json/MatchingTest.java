package org.coopcheck.counterexamples.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class MatchingTest {
  static final int OTHERS = 4;

  @Property
  void a_matching_leaves_as_few_without_a_partner_as_any_order_of_choosing_does(
      @ForAll @Size(max = 5) List<@Size(OTHERS) List<Boolean>> fits) {
    int unmatched = Matching.unmatched(fits.size(), OTHERS, (i, j) -> fits.get(i).get(j)).size();
    assertThat(fits.size() - unmatched)
        .isEqualTo(most(Vector.ofAll(fits), Vector.range(0, OTHERS)));
  }

  /** Tries everything. */
  private static int most(Vector<List<Boolean>> items, Vector<Integer> free) {
    if (items.isEmpty()) return 0;
    int without = most(items.tail(), free);
    return free.filter(other -> items.head().get(other))
        .map(other -> 1 + most(items.tail(), free.remove(other)))
        .append(without)
        .max()
        .get();
  }
}
