package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import java.util.Locale;
import org.coopcheck.counterexamples.observation.RuleCoverage;
import org.coopcheck.model.decision.Answer;

/** Which answers of rules a search came across, as text. */
public final class CoverageText {
  private static final int WIDEST_LINE = 100;

  private CoverageText() {}

  /** How much it was, and what was missed. */
  public static Vector<Line> summary(String engine, Vector<RuleCoverage> rules) {
    int reached = rules.map(each -> each.reached().size()).sum().intValue();
    int never = rules.map(each -> each.never().size()).sum().intValue();
    var missed =
        rules
            .filter(each -> !each.never().isEmpty())
            .map(each -> never(each) + (each.asked() == 0 ? ", which nothing asked" : ""));
    return Vector.of(
            Line.of(
                "  coverage (%s): %d of %d answers of %d rules%s"
                    .formatted(
                        engine,
                        reached,
                        reached + never,
                        rules.size(),
                        missed.isEmpty() ? "" : "; never:")))
        .appendAll(missed.map(line -> Line.of(Tone.FAINT, line).indented(4)))
        .append(Line.EMPTY);
  }

  /** Each rule with how often it gave which answer. */
  public static Vector<Line> table(Vector<RuleCoverage> rules) {
    return rules.flatMap(CoverageText::rows);
  }

  private static Vector<Line> rows(RuleCoverage rule) {
    var question = Line.of("  " + rule.rule().question());
    var anchor = Line.of(Tone.FAINT, "(" + rule.rule().id() + ")");
    var head =
        question.length() + anchor.length() < WIDEST_LINE
            ? Vector.of(question.with(" ").with(anchor))
            : Vector.of(question, anchor.indented(4));
    return head.appendAll(
            rule.reached()
                .map(
                    each ->
                        Line.of(
                            String.format(
                                Locale.ROOT, "    %,12d  %s", each.times(), each.answer().word()))))
        .appendAll(
            rule.never()
                .map(
                    each ->
                        Line.of("    ")
                            .with(Tone.DOUBTFUL, "%12s".formatted("never"))
                            .with("  " + each.word())));
  }

  private static String never(RuleCoverage rule) {
    return "%s: %s"
        .formatted(rule.rule().question(), rule.never().map(Answer::word).mkString(", "));
  }
}
