package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import java.util.Locale;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.Sample;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.variant.Variant;

/** What {@code check} found, as text. */
public final class CheckText {
  private CheckText() {}

  /** The verdicts on one variant, and below them the bounds within which they were found. */
  public static Vector<Line> table(Variant variant, Vector<Checked> checked) {
    int widest = checked.map(each -> named(each).length()).max().getOrElse(0);
    var bounds = checked.map(Checked::bound).distinct();
    return Vector.of(
            Line.of(Tone.STRONG, variant.name()).with(Tone.FAINT, "; " + SpecVersion.STANDARD),
            Line.of(Tone.FAINT, "  " + variant.summary()))
        .appendAll(checked.map(each -> row(each, widest, bounds.indexOf(each.bound()) + 1)))
        .appendAll(
            bounds.zipWithIndex(
                (bound, index) ->
                    Line.of(Tone.FAINT, "  bound %d: %s".formatted(index + 1, bound))))
        .append(Line.EMPTY);
  }

  private static Line row(Checked checked, int widest, int bound) {
    String name = named(checked);
    return Line.of("  " + name + " ".repeat(widest + 2 - name.length()))
        .with(tone(checked.verdict()), "%-9s".formatted(checked.verdict().word()))
        .with(Tone.FAINT, " " + remark(checked, bound));
  }

  private static String named(Checked checked) {
    return checked.invariant().id() + "  " + checked.invariant().name();
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds holds -> Tone.GOOD;
      case Verdict.Violated violated -> Tone.BAD;
      case Verdict.Vacuous vacuous -> Tone.DOUBTFUL;
      case Verdict.Undecided undecided -> Tone.DOUBTFUL;
      case Verdict.NotInductive notInductive -> Tone.DOUBTFUL;
    };
  }

  private static String remark(Checked checked, int bound) {
    return switch (checked.verdict()) {
      case Verdict.Holds holds -> holds(checked, holds, bound);
      case Verdict.Violated(var counterexample, var others, var mayHaveMore) ->
          "in %s%s%s"
              .formatted(
                  counted(counterexample.scenario().steps().size(), "step"),
                  checked.sample().isDefined() ? ", found by random runs" : "",
                  others.isEmpty()
                      ? ""
                      : ", and %s for other causes%s"
                          .formatted(others.size(), mayHaveMore ? ", perhaps not all" : ""));
      case Verdict.Vacuous(var within, var missed) ->
          "within bound %d, where it has nothing to say: never reached that %s%s"
              .formatted(bound, checked.invariant().witness(), OddsWords.behind(missed));
      case Verdict.NotInductive notInductive ->
          "bound %d: %s".formatted(bound, notInductive(notInductive));
      case Verdict.Undecided(var budget) ->
          checked
              .sample()
              .map(sample -> unbroken(checked, sample, budget, bound))
              .getOrElse(
                  () ->
                      "%s after %s world%s, within bound %d"
                          .formatted(
                              reason(budget),
                              grouped(checked.worlds()),
                              checked.worlds() == 1 ? "" : "s",
                              bound));
    };
  }

  /** Why one step is not enough to show that an invariant holds. */
  public static String notInductive(Verdict.NotInductive verdict) {
    return "not inductive: in a world that need not be reachable, where %s, %s, and then %s"
        .formatted(
            WorldWords.of(verdict.world()), ActionWords.of(verdict.step()), verdict.explanation());
  }

  private static String holds(Checked checked, Verdict.Holds holds, int bound) {
    String worlds = grouped(checked.worlds());
    String odds = OddsWords.behind(holds.missed());
    return switch (holds.extent()) {
      case SO_MANY_STEPS -> "within bound %d (%s worlds%s)".formatted(bound, worlds, odds);
      case FIXPOINT ->
          "within bound %d (%s worlds, all there are%s)".formatted(bound, worlds, odds);
      case INDUCTIVE ->
          "inductive within bound %d (no step breaks it from any of %s well-formed worlds)"
              .formatted(bound, worlds);
    };
  }

  /** Some runs were looked at, and who knows of the others. */
  private static String unbroken(Checked checked, Sample sample, Budget budget, int bound) {
    return "%snot broken by %s random run%s (%s steps) within bound %d%s"
        .formatted(
            budget == Budget.RUNS ? "" : reason(budget) + ", ",
            grouped(sample.runs()),
            sample.runs() == 1 ? "" : "s",
            grouped(checked.transitions()),
            bound,
            sample.isWitnessReached()
                ? ""
                : ", none of which reached that " + checked.invariant().witness());
  }

  static String reason(Budget budget) {
    return switch (budget) {
      case PATIENCE -> "interrupted";
      case STATES, TIME, MEMORY, RUNS -> "out of " + budget.name().toLowerCase(Locale.ROOT);
    };
  }

  /** A violation, and where it can be looked at. */
  public static Vector<Line> violation(Checked checked, String explanation, String file) {
    return Vector.of(
        Line.of(Tone.BAD, "violated").with(": " + checked.invariant().statement()).indented(2),
        Line.of(Visible.text(explanation) + ".").indented(4),
        Line.of("coopcheck run " + quoted(file)).indented(4));
  }

  /** Where the run is that a violation is compared with. */
  public static Vector<Line> comparedWith(String file) {
    return Vector.of(Line.of("compared with: coopcheck run " + quoted(file)).indented(4));
  }

  static String quoted(String file) {
    return file.matches("[A-Za-z0-9_./+=,-]+") ? file : "'" + file.replace("'", "'\\''") + "'";
  }

  /** How many of what there are. */
  public static Line summary(Vector<Checked> checked) {
    var words = checked.map(each -> each.verdict().word());
    return Line.of(
        Vector.of("holds", "violated", "vacuous", "undecided")
            .map(word -> words.count(word::equals) + " " + word)
            .mkString(", "));
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
