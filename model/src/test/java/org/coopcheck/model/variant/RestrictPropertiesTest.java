package org.coopcheck.model.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;
import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;

class RestrictPropertiesTest {
  private static final Vector<OpenerPolicyValue> COLUMNS =
      Vector.of(
          UNSAFE_NONE,
          RESTRICT_PROPERTIES,
          RESTRICT_PROPERTIES_PLUS_COEP,
          SAME_ORIGIN_ALLOW_POPUPS,
          SAME_ORIGIN,
          SAME_ORIGIN_PLUS_COEP,
          NOOPENER_ALLOW_POPUPS);

  /**
   * Section 2.3 of the digest of the proposals, row by row. N none, R related, F full; o: none if
   * same origin, else related; =: none if same origin, else full; i before a letter: from an initial
   * about:blank that, else full. For noopener-allow-popups to unsafe-none the row of the standard.
   */
  @Data
  Iterable<Tuple2<OpenerPolicyValue, String>> rows() {
    return Table.of(
        Tuple.of(UNSAFE_NONE, "N R R F F F F"),
        Tuple.of(RESTRICT_PROPERTIES, "R o R F F F F"),
        Tuple.of(RESTRICT_PROPERTIES_PLUS_COEP, "R R o F F F F"),
        Tuple.of(SAME_ORIGIN_ALLOW_POPUPS, "iN iR iR = F F F"),
        Tuple.of(SAME_ORIGIN, "F F F F = F F"),
        Tuple.of(SAME_ORIGIN_PLUS_COEP, "F F F F F = F"),
        Tuple.of(NOOPENER_ALLOW_POPUPS, "iN F F F F F !"));
  }

  @Property
  @FromData("rows")
  void a_navigation_swaps_as_the_table_says(@ForAll OpenerPolicyValue active, @ForAll String row) {
    var cells = Vector.of(row.split(" ", -1));
    CoopComparison.all()
        .filter(given -> given.activeDocumentCoopValue() == active)
        .forEach(
            given ->
                assertThat(RestrictProperties.VARIANT.groupDecision().apply(given))
                    .as("%s", given)
                    .isEqualTo(swap(cells.get(COLUMNS.indexOf(given.responseCoopValue())), given)));
  }

  private static Swap swap(String cell, CoopComparison given) {
    return switch (cell) {
      case "N" -> Swap.NONE;
      case "R" -> Swap.RELATED;
      case "F" -> Swap.FULL;
      case "o" -> given.sameOrigin() ? Swap.NONE : Swap.RELATED;
      case "=" -> given.sameOrigin() ? Swap.NONE : Swap.FULL;
      case "iN" -> given.isInitialAboutBlank() ? Swap.NONE : Swap.FULL;
      case "iR" -> given.isInitialAboutBlank() ? Swap.RELATED : Swap.FULL;
      case "!" -> given.isInitialAboutBlank() || !given.sameOrigin() ? Swap.FULL : Swap.NONE;
      default -> throw new IllegalArgumentException(cell);
    };
  }

  @Example
  void only_its_variants_know_the_values() {
    assertThat(RestrictProperties.VARIANT.values()).containsExactlyElementsOf(COLUMNS);
    assertThat(HtmlStandard.VARIANT.values())
        .containsExactlyElementsOf(
            COLUMNS.remove(RESTRICT_PROPERTIES).remove(RESTRICT_PROPERTIES_PLUS_COEP));
  }
}
