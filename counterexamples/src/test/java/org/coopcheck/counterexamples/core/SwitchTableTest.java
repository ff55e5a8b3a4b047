package org.coopcheck.counterexamples.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;

class SwitchTableTest {

  /** Whether windows of a coop (row) that load a coop (column) switch, same and cross origin. */
  private static final Vector<String> MATCH =
      Vector.of(
          "no  no | yes yes | yes yes | yes yes",
          "yes yes | no  yes | yes yes | yes yes",
          "yes yes | yes yes | no  yes | yes yes",
          "yes yes | yes yes | yes yes | no  yes");

  private static final Vector<String> MATCH_OR_EXCEPTION =
      MATCH.update(1, "no  no | no  yes | yes yes | yes yes");

  @Example
  void the_models_decision_is_the_rule_of_the_core_world() {
    var table = new SwitchTable(SeededBug.NONE);
    assertThat(written(table, 0)).isEqualTo(plain(MATCH));
    assertThat(written(table, 1)).isEqualTo(plain(MATCH_OR_EXCEPTION));
  }

  @Example
  void a_popup_of_any_origin_does_not_change_the_decision() {
    var table = new SwitchTable(SeededBug.POPUP_OF_ANY_ORIGIN);
    assertThat(written(table, 0)).isEqualTo(plain(MATCH));
    assertThat(written(table, 1)).isEqualTo(plain(MATCH_OR_EXCEPTION));
  }

  @Example
  void the_second_bug_excepts_every_popup_that_has_a_policy() {
    var table = new SwitchTable(SeededBug.EXCEPTION_FOR_ANY_POLICY);
    assertThat(written(table, 0)).isEqualTo(plain(MATCH));
    assertThat(written(table, 1))
        .isEqualTo(
            plain(
                MATCH_OR_EXCEPTION
                    .update(2, "no  no | yes yes | no  yes | yes yes")
                    .update(3, "no  no | yes yes | yes yes | no  yes")));
  }

  @Example
  void the_third_bug_lets_equal_values_match_across_origins() {
    var table = new SwitchTable(SeededBug.MATCH_OF_VALUES_ALONE);
    var rows =
        Vector.of(
            "no  no | yes yes | yes yes | yes yes",
            "yes yes | no  no | yes yes | yes yes",
            "yes yes | yes yes | no  no | yes yes",
            "yes yes | yes yes | yes yes | no  no");
    assertThat(written(table, 0)).isEqualTo(plain(rows));
    assertThat(written(table, 1))
        .isEqualTo(plain(rows.update(1, "no  no | no  no | yes yes | yes yes")));
  }

  private static Vector<String> written(SwitchTable table, int initial) {
    return Vector.range(0, 4)
        .map(
            document ->
                Vector.range(0, 4)
                    .map(
                        response ->
                            word(table.isSwitch(initial, 1, document, response))
                                + " "
                                + word(table.isSwitch(initial, 0, document, response)))
                    .mkString(" | "));
  }

  private static String word(boolean isSwitch) {
    return isSwitch ? "yes" : "no";
  }

  private static Vector<String> plain(Vector<String> rows) {
    return rows.map(row -> row.replaceAll(" +", " "));
  }
}
