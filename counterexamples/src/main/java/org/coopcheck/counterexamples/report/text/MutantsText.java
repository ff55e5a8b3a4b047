package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.mutants.Explanation;
import org.coopcheck.counterexamples.mutants.Fate;
import org.coopcheck.counterexamples.mutants.Told;
import org.coopcheck.counterexamples.mutants.code.Mutant;
import org.coopcheck.model.SpecVersion;

/** What became of mutants, as text. */
public final class MutantsText {
  private static final int SCENARIO_COLUMN = 6;

  private MutantsText() {}

  /** What is being looked at. */
  public static Line heading(String variant) {
    return Line.of(Tone.STRONG, "mutants of " + variant)
        .with(Tone.FAINT, "; " + SpecVersion.STANDARD);
  }

  /** One mutant in one line. */
  public static Line listed(Mutant mutant) {
    return Line.of(Tone.STRONG, mutant.id()).with("  " + sentence(mutant));
  }

  /**
   * One mutant and what noticed it.
   *
   * @param told the mutant
   * @param withScenario whether the scenario that shows it is told, too
   */
  public static Vector<Line> told(Told told, boolean withScenario) {
    var examined = told.examined();
    var first =
        Line.of("  ")
            .with(examined.fate().isNoticed() ? Tone.GOOD : Tone.BAD, examined.fate().words())
            .with("  ")
            .with(listed(told.mutant()));
    var by =
        examined.by().isEmpty()
            ? Vector.<Line>empty()
            : Vector.of(Line.of("    " + examined.by() + ": " + examined.what()));
    var scenario =
        withScenario
            ? Vector.ofAll(examined.scenario().lines()).map(Line::of)
            : Vector.<Line>empty();
    return Vector.of(first)
        .appendAll(by)
        .appendAll(
            told.explanation()
                .map(Explanation::reason)
                .map(reason -> Line.of(Tone.FAINT, "    " + reason.strip()))
                .toVector())
        .appendAll(scenario.map(line -> line.indented(SCENARIO_COLUMN)));
  }

  /** The score: how many of which fate, for each kind of slip and for all together. */
  public static Vector<Line> score(Vector<Told> told) {
    var fates = Vector.of(Fate.values());
    var operators = told.map(each -> each.mutant().operator()).distinct().sorted();
    return Vector.of(
            Line.of(
                Tone.FAINT,
                "  %-20s %6s %8s %7s %9s %8s %9s %6s"
                    .formatted(
                        "operator",
                        "all",
                        "reached",
                        "noticed",
                        "elsewhere",
                        "of these",
                        "explained",
                        "open")))
        .appendAll(
            operators.map(
                operator ->
                    row(operator, told.filter(each -> each.mutant().operator().equals(operator)))))
        .append(row("total", told))
        .append(Line.EMPTY)
        .appendAll(fates.map(fate -> fate(fate, count(told, fate))));
  }

  private static int count(Vector<Told> told, Fate fate) {
    return told.count(each -> each.examined().fate() == fate);
  }

  private static Line row(String name, Vector<Told> told) {
    int reached = told.count(each -> !each.examined().fate().isOutOfReach());
    int noticed = told.count(each -> each.examined().fate().isNoticed());
    int elsewhere = count(told, Fate.NOTICED_ELSEWHERE);
    return Line.of(
        "  %-20s %6d %8d %7d %9d %8s %9d %6d"
            .formatted(
                name,
                told.size(),
                reached,
                noticed,
                elsewhere,
                reached == 0 ? "-" : "%d %%".formatted(100L * (noticed + elsewhere) / reached),
                told.count(each -> each.explanation().isDefined()),
                told.count(Told::isOpen)));
  }

  private static Line fate(Fate fate, int count) {
    return Line.of("  %5d ".formatted(count))
        .with(fate.isNoticed() ? Tone.GOOD : Tone.PLAIN, "%-24s".formatted(fate.words()))
        .with(Tone.FAINT, " " + fate.meaning());
  }

  private static String sentence(Mutant mutant) {
    return mutant.line() == 0
        ? mutant.sentence()
        : "line %d: %s".formatted(mutant.line(), mutant.sentence());
  }

  /** The last line: whether there is anything left to do. */
  public static Line summary(Vector<Told> told, int wanted) {
    int survivors = told.count(each -> each.examined().fate().isSurvival());
    int open = told.count(Told::isOpen);
    var line =
        Line.of(
            "%d mutants, %d noticed, %d noticed elsewhere, %d not reached, %d survive"
                .formatted(
                    told.size(),
                    told.count(each -> each.examined().fate().isNoticed()),
                    count(told, Fate.NOTICED_ELSEWHERE),
                    told.count(each -> each.examined().fate().isOutOfReach()),
                    survivors));
    var explained =
        open == 0
            ? line.with(survivors == 0 ? "" : ", all of them explained")
            : line.with(", ").with(Tone.BAD, open + " without an explanation");
    return told.size() == wanted
        ? explained
        : explained.with(Tone.DOUBTFUL, "; %d were not examined".formatted(wanted - told.size()));
  }
}
