package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;

/**
 * The decision table of section 3.4 of the digest of HTML, written down by hand. Columns are the
 * values of the response: UN, SOAP, SO, SOC, NAP. {@code -} stays, {@code X} switches, {@code o}
 * stays only if the origins are same origin.
 */
class BrowsingContextGroupSwitchesTest {
  private static final Vector<OpenerPolicyValue> COLUMNS =
      Vector.of(
          OpenerPolicyValue.UNSAFE_NONE,
          OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS,
          OpenerPolicyValue.SAME_ORIGIN,
          OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP,
          OpenerPolicyValue.NOOPENER_ALLOW_POPUPS);

  @Data
  Iterable<Tuple2<OpenerPolicyValue, String>> ordinaryNavigations() {
    return Table.of( // active document, one letter for each response
        Tuple.of(OpenerPolicyValue.UNSAFE_NONE, "-XXXX"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS, "XoXXX"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN, "XXoXX"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP, "XXXoX"),
        Tuple.of(OpenerPolicyValue.NOOPENER_ALLOW_POPUPS, "XXXXo"));
  }

  @Property
  @FromData("ordinaryNavigations")
  void an_ordinary_navigation_switches_as_the_table_says(
      @ForAll OpenerPolicyValue active, @ForAll String row) {
    assertRow(HtmlStandard.VARIANT, false, active, row);
  }

  @Data
  Iterable<Tuple2<OpenerPolicyValue, String>> firstNavigationsOfPopups() {
    return Table.of( // active document, one letter for each response
        Tuple.of(OpenerPolicyValue.UNSAFE_NONE, "-XXXX"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS, "-oXXX"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN, "XXoXX"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP, "XXXoX"),
        Tuple.of(OpenerPolicyValue.NOOPENER_ALLOW_POPUPS, "-XXXX"));
  }

  @Property
  @FromData("firstNavigationsOfPopups")
  void the_first_navigation_of_a_popup_switches_as_the_table_says(
      @ForAll OpenerPolicyValue active, @ForAll String row) {
    assertRow(HtmlStandard.VARIANT, true, active, row);
  }

  @Property
  @FromData("ordinaryNavigations")
  void as_in_chromium_only_the_first_cell_of_the_last_row_differs(
      @ForAll OpenerPolicyValue active, @ForAll String row) {
    boolean isLastRow = active == OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
    assertRow(
        Variants.parse("html,nap-to-unsafe-none=stay").get(),
        false,
        active,
        isLastRow ? "-" + row.substring(1) : row);
  }

  private static void assertRow(
      Variant variant, boolean isInitial, OpenerPolicyValue active, String row) {
    assertThat(letters(variant, isInitial, false, active)).isEqualTo(row.replace('o', 'X'));
    assertThat(letters(variant, isInitial, true, active)).isEqualTo(row.replace('o', '-'));
  }

  private static String letters(
      Variant variant, boolean isInitial, boolean sameOrigin, OpenerPolicyValue active) {
    return COLUMNS
        .map(
            response ->
                variant
                    .groupDecision()
                    .apply(new CoopComparison(isInitial, sameOrigin, active, response)))
        .map(swap -> swap == Swap.NONE ? "-" : swap == Swap.FULL ? "X" : "?")
        .mkString();
  }

  /** Section 3.1. */
  @Data
  Iterable<Tuple2<OpenerPolicyValue, String>> matches() {
    return Table.of( // active document; + matches, = if same origin, - does not
        Tuple.of(OpenerPolicyValue.UNSAFE_NONE, "+----"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS, "-=---"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN, "--=--"),
        Tuple.of(OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP, "---=-"),
        Tuple.of(OpenerPolicyValue.NOOPENER_ALLOW_POPUPS, "----="));
  }

  @Property
  @FromData("matches")
  void values_match_if_they_are_equal_and_of_one_origin_or_both_unsafe_none(
      @ForAll OpenerPolicyValue active, @ForAll String row) {
    assertThat(matches(false, active)).isEqualTo(row.replace('=', '-'));
    assertThat(matches(true, active)).isEqualTo(row.replace('=', '+'));
  }

  private static String matches(boolean sameOrigin, OpenerPolicyValue active) {
    return COLUMNS
        .map(response -> new CoopComparison(false, sameOrigin, active, response))
        .map(given -> BrowsingContextGroupSwitches.matchOpenerPolicyValues(given) ? "+" : "-")
        .mkString();
  }

  @Example
  void every_comparison_is_listed_once() {
    assertThat(CoopComparison.all()).hasSize(2 * 2 * 7 * 7).doesNotHaveDuplicates();
  }
}
