package org.coopcheck.counterexamples.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.counterexamples.mutants.bench.Switchboard;
import org.coopcheck.counterexamples.mutants.code.RuleCode;

class ExaminerTest {
  private static final RuleCode CODE = RuleCode.ofTheModel();
  private static final Mutants MUTANTS = new Mutants(CODE, "html");

  private static final String OPTIONAL =
      "BrowsingContextChoice.obtainABrowsingContextToUseForANavigationResponse";

  private static final Vector<String> PLACES =
      Vector.of(
          OPTIONAL,
          "BrowsingContextGroupSwitches.matchOpenerPolicyValues",
          "BrowsingContextGroupSwitches"
              + ".checkIfPopupCoopValuesRequireABrowsingContextGroupSwitch",
          "OpenerPolicyEnforcement.enforceAResponsesOpenerPolicy",
          "OpenerPolicyEnforcement.reportWhatReportOnlyWouldDo",
          "Navigation.unloaded",
          "World.topLevelDocument");

  private static final Examiner EXAMINER =
      new Examiner(
          CODE,
          MUTANTS,
          MUTANTS
              .all()
              .zipWithIndex()
              .filter(each -> PLACES.contains(each._1.place()))
              .map(each -> each._2)
              .toSortedSet(),
          () -> {});

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

  private static Examined examined(String id) {
    int number = MUTANTS.all().indexWhere(each -> each.id().equals(id));
    assertThat(number).as(id).isNotNegative();
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

  /** A method that answers nothing, and one whose answer is the same. */
  @Example
  void a_report_that_is_not_sent_is_noticed_by_a_row() {
    assertThat(
            examined(
                    "OpenerPolicyEnforcement.reportWhatReportOnlyWouldDo",
                    "condition-ignored",
                    "to counts as false")
                .fate())
        .isEqualTo(Fate.NOTICED_BY_A_ROW);
    assertThat(
            examined(
                    "OpenerPolicyEnforcement.enforceAResponsesOpenerPolicy",
                    "condition-ignored",
                    "hasCompany counts as false")
                .fate())
        .isEqualTo(Fate.NOTICED_BY_A_ROW);
  }

  @Example
  void reading_one_of_two_values_twice_where_a_later_step_compares_them_is_no_change() {
    var examined =
        examined("BrowsingContextGroupSwitches.matchOpenerPolicyValues/other-variable/3");
    assertThat(examined.fate()).isEqualTo(Fate.SAME);
    assertThat(Switchboard.method).isEqualTo(Switchboard.NONE);
  }

  @Example
  void what_only_a_choice_asks_is_noticed_where_the_choice_is_taken() {
    var examined =
        examined(OPTIONAL, "condition-negated", "the answer of Origin.isSameSiteWith is negated");
    assertThat(examined.fate()).isEqualTo(Fate.NOTICED_ELSEWHERE);
    assertThat(examined.by()).startsWith("html,optional-switch=");
    assertThat(examined.scenario()).contains("html,optional-switch=");
  }

  @Data
  Iterable<Tuple3<Fate, Fate, Fate>> hereAndElsewhere() {
    return Table.of( // here, by html+coop-origin, what is told
        Tuple.of(Fate.NOT_REACHED, Fate.NOT_REACHED, Fate.NOT_REACHED),
        Tuple.of(Fate.NOT_REACHED, Fate.SAME, Fate.REACHED_ELSEWHERE),
        Tuple.of(Fate.NOT_REACHED, Fate.NOTICED_BY_A_ROW, Fate.NOTICED_ELSEWHERE),
        Tuple.of(Fate.SAME, Fate.NOT_REACHED, Fate.SAME),
        Tuple.of(Fate.DIFFERS_INSIDE, Fate.SAME, Fate.DIFFERS_INSIDE),
        Tuple.of(Fate.SAME, Fate.FAULTS, Fate.NOTICED_ELSEWHERE),
        Tuple.of(Fate.DIFFERS, Fate.NOTICED_BY_A_ROW, Fate.DIFFERS));
  }

  @Property
  @FromData("hereAndElsewhere")
  void what_is_told_depends_on_who_reaches_and_who_notices(
      @ForAll Fate here, @ForAll Fate there, @ForAll Fate told) {
    var examined =
        Examiner.elsewhereUnlessNoticed(
            "html",
            name ->
                Examined.of(
                    0,
                    switch (name) {
                      case "html" -> here;
                      case "html+coop-origin" -> there;
                      default -> Fate.NOT_REACHED;
                    }));
    assertThat(examined.fate()).isEqualTo(told);
  }

  @Example
  void looking_for_the_top_from_the_same_frame_again_and_again_does_not_end() {
    assertThat(examined("World.topLevelDocument/other-variable/2").fate())
        .isEqualTo(Fate.DOES_NOT_END);
    assertThat(Switchboard.method).isEqualTo(Switchboard.NONE);
  }

  @Example
  void what_is_not_reached_here_is_noticed_where_it_is() {
    var examined =
        examined(
            "Navigation.unloaded", "condition-negated", "the answer of Vector.exists is negated");
    assertThat(examined.fate()).isEqualTo(Fate.NOTICED_ELSEWHERE);
    assertThat(examined.by()).startsWith("html,traversal=restore");
  }

  @Example
  void a_flipped_cell_of_the_table_is_noticed() {
    var examined =
        examined("popup-table", Mutants.CELL, "cross-origin unsafe-none: the window stays");
    assertThat(examined.fate().isNoticed()).isTrue();
  }
}
