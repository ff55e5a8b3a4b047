package org.coopcheck.counterexamples.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import org.coopcheck.counterexamples.mutants.bench.Switchboard;
import org.coopcheck.counterexamples.mutants.code.RuleCode;

class ExaminerTest {
  private static final RuleCode CODE = RuleCode.ofTheModel();
  private static final Mutants MUTANTS = new Mutants(CODE, "html");

  private static final Examiner EXAMINER = new Examiner(CODE, MUTANTS, () -> {});

  private static Examined examined(String place, String operator, String sentence) {
    var all = MUTANTS.all();
    int number =
        all.indexWhere(
            each ->
                each.place().equals(place)
                    && each.operator().equals(operator)
                    && each.sentence().contains(sentence));
    assertThat(number).as(sentence).isNotNegative();
    return EXAMINER.examine(number);
  }

  @Example
  void a_popup_check_that_forgets_noopener_allow_popups_is_noticed_by_a_row_of_its_tests() {
    var examined =
        examined(
            "BrowsingContextGroupSwitches"
                + ".checkIfPopupCoopValuesRequireABrowsingContextGroupSwitch",
            "condition-ignored",
            "the comparison with NOOPENER_ALLOW_POPUPS counts as false");
    assertThat(examined.fate()).isEqualTo(Fate.NOTICED_BY_A_ROW);
    assertThat(examined.by()).isNotEmpty();
    assertThat(examined.scenario()).contains("noopener-allow-popups");
  }

  @Example
  void reading_one_of_two_values_twice_where_both_were_asked_before_is_no_change() {
    var examined =
        examined(
            "BrowsingContextGroupSwitches.matchOpenerPolicyValues",
            "other-variable",
            "response is read instead of document");
    assertThat(examined.fate()).isIn(Fate.SAME, Fate.NOTICED_BY_A_ROW);
    assertThat(Switchboard.method).isEqualTo(Switchboard.NONE);
  }

  @Example
  void rules_of_another_proposal_are_not_reached() {
    assertThat(
            MUTANTS
                .all()
                .zipWithIndex()
                .filter(each -> each._1.place().equals("RestrictProperties.groupDecision"))
                .map(each -> EXAMINER.examine(each._2).fate()))
        .isNotEmpty()
        .containsOnly(Fate.NOT_REACHED);
  }

  @Example
  void a_flipped_cell_of_the_table_is_noticed() {
    var examined =
        examined("popup-table", Mutants.CELL, "cross-origin unsafe-none: the window stays");
    assertThat(examined.fate().isNoticed()).isTrue();
  }
}
