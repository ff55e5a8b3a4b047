package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.TableCells;
import org.coopcheck.model.variant.Variant;

/** The named answers that could make another run of a run. */
final class RuleChanges {
  private RuleChanges() {}

  /**
   * @param variant the rules of the run
   * @param run the run
   * @return the choices that change the rules, and the cells of tables that the run looked at
   */
  static Vector<Choice> of(Variant variant, ScenarioRun run) {
    var compared = run.steps().flatMap(Taken::decisions).filter(each -> isComparison(each.rule()));
    var cells =
        TableCells.ALL.filter(
            cell ->
                compared.exists(
                    decision ->
                        decision
                            .given()
                            .map(operand -> operand.value())
                            .containsAll(Vector.of(cell.value().split("/", -1)).take(2))));
    return Choices.ALL
        .reject(Choice::isDefault)
        .appendAll(cells)
        .filter(choice -> choice.refusal().apply(variant).isEmpty())
        .reject(choice -> Vector.of(variant.name().split(",", -1)).contains(choice.spelling()));
  }

  private static boolean isComparison(Rule rule) {
    return rule == Rule.CHECK_SWITCH || rule == Rule.CHECK_POPUP_SWITCH;
  }
}
