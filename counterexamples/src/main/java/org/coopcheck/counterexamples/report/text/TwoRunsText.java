package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;

/** Two runs side by side, with the reports that somebody gets of each. */
public final class TwoRunsText {
  private static final int WIDTH = 56;

  private TwoRunsText() {}

  /**
   * @param scenario the one run
   * @param other the other; it may lack a step
   * @param variant the rules of both
   */
  public static Vector<Line> of(Scenario scenario, Scenario other, Variant variant) {
    var left = told(scenario, variant);
    var right = told(other, variant);
    int missing = missing(scenario, other);
    if (missing >= 0) right = right.insert(missing, Vector.of("(nothing)"));
    Vector<Line> lines = Vector.of(row("one run", "the other"));
    for (int i = 0; i < left.size(); i++) {
      var mine = left.get(i);
      var theirs = i < right.size() ? right.get(i) : Vector.<String>empty();
      for (int j = 0; j < Math.max(mine.size(), theirs.size()); j++) {
        String number = j == 0 ? (i + 1) + ". " : "   ";
        String one = cell(mine, j);
        String two = cell(theirs, j);
        var line = row(number + one, two.isEmpty() ? "" : number + two);
        lines = lines.append(one.equals(two) ? line : Line.of(Tone.STRONG, line.toString()));
      }
    }
    return lines;
  }

  private static String cell(Vector<String> cells, int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  private static Line row(String left, String right) {
    String one = Visible.clipped(left, WIDTH);
    return Line.of(
        one
            + " ".repeat(Math.max(1, WIDTH + 2 - one.length()))
            + "| "
            + Visible.clipped(right, WIDTH));
  }

  /** Each step with the reports that it sends. */
  private static Vector<Vector<String>> told(Scenario scenario, Variant variant) {
    return ScenarioRun.of(scenario, variant, scenario.capabilities().getOrElse(Capabilities.ALL))
        .steps()
        .map(
            taken ->
                taken
                    .reports()
                    .filter(Report::isDelivered)
                    .map(
                        report ->
                            "  told to %s: %s".formatted(report.reporter().origin(), report.type()))
                    .prepend(ActionWords.of(taken.written())));
  }

  /** The place of the step that the other run lacks; -1 if it lacks none. */
  private static int missing(Scenario scenario, Scenario other) {
    if (other.steps().size() >= scenario.steps().size()) return -1;
    Vector<Action> steps = scenario.steps();
    return Vector.range(0, steps.size())
        .find(index -> steps.removeAt(index).equals(other.steps()))
        .getOrElse(-1);
  }
}
