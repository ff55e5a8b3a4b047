package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.search.Cause;
import org.coopcheck.counterexamples.search.DifferenceSearch.Answer;
import org.coopcheck.counterexamples.search.DifferenceSearch.Answers;
import org.coopcheck.counterexamples.search.DifferenceSearch.Found;
import org.coopcheck.counterexamples.search.DifferenceSearch.Question;
import org.coopcheck.counterexamples.search.Divergence;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer.Nothing;
import org.coopcheck.model.scenario.Answer.Served;
import org.coopcheck.model.scenario.Scenario;

/** What {@code diff} found, as text. */
public final class DiffText {
  private static final int LONGEST_VALUE = 300;

  private DiffText() {}

  /** Which two are compared. */
  public static Line heading(Question question) {
    return Line.of(Tone.STRONG, question.a() + " and " + question.b())
        .with(Tone.FAINT, "; " + SpecVersion.STANDARD);
  }

  /** A finding in one line. */
  public static Line brief(int number, Found found) {
    return Line.of(Tone.BAD, "difference " + number)
        .with(
            " in %s: %s"
                .formatted(
                    CheckText.counted(found.scenario().steps().size(), "step"),
                    Visible.text(found.divergence().cause().key())));
  }

  /**
   * A scenario that the two answer differently.
   *
   * @param number its place among those that were found, from 1
   * @param question which two are compared
   * @param found the scenario
   * @param file where it can be looked at
   */
  public static Vector<Line> of(int number, Question question, Found found, String file) {
    var divergence = found.divergence();
    return Vector.of(
            Line.EMPTY,
            Line.of(Tone.BAD, "difference " + number)
                .with(" in " + CheckText.counted(found.scenario().steps().size(), "step")))
        .appendAll(steps(divergence).map(line -> line.indented(2)))
        .appendAll(section("where servers answer", answers(found.scenario())))
        .appendAll(
            section(
                "what differs after step " + divergence.step(),
                table(question, divergence.differences())))
        .appendAll(section("first decided differently", cause(question, divergence)))
        .appendAll(
            Vector.of(question.a(), question.b())
                .map(
                    variant ->
                        Line.of(
                                "coopcheck run %s --variant %s"
                                    .formatted(
                                        CheckText.quoted(file), CheckText.quoted(variant.name())))
                            .indented(2)));
  }

  private static Vector<Line> section(String title, Vector<Line> lines) {
    return lines.isEmpty()
        ? lines
        : lines.map(line -> line.indented(4)).prepend(Line.of(Tone.FAINT, title + ":").indented(2));
  }

  private static Vector<Line> steps(Divergence divergence) {
    return divergence
        .a()
        .steps()
        .map(
            taken ->
                Line.of(Tone.STRONG, "Step " + taken.number())
                    .with("  " + Visible.clipped(ActionWords.of(taken.written()), LONGEST_VALUE)));
  }

  static Vector<Line> answers(Scenario scenario) {
    return scenario
        .responses()
        .toVector()
        .flatMap(
            entry ->
                entry._2.map(
                    answer ->
                        switch (answer) {
                          case Served(var status, var headers) ->
                              answer(
                                  entry._1,
                                  headers
                                      .fields()
                                      .map(field -> field.name() + ": " + field.value())
                                      .prepend(String.valueOf(status))
                                      .removeAll(Vector.of("200")));
                          case Nothing() -> answer(entry._1, Vector.of("no answer"));
                        }));
  }

  private static Line answer(Url url, Vector<String> words) {
    return Line.of(Visible.clipped(url + "  " + words.mkString(", "), LONGEST_VALUE));
  }

  /** Side by side. */
  private static Vector<Line> table(Question question, Vector<Difference> differences) {
    var rows =
        differences
            .map(each -> Vector.of(each.observable().word(), each.of(), each.a(), each.b()))
            .prepend(Vector.of("", "", question.a().name(), question.b().name()))
            .map(row -> row.map(cell -> Visible.clipped(cell, LONGEST_VALUE)));
    var widths =
        Vector.range(0, 4).map(column -> rows.map(row -> row.get(column).length()).max().get());
    return rows.zipWithIndex(
        (row, index) -> {
          var cells = row.zip(widths).map(cell -> cell._1 + " ".repeat(cell._2 - cell._1.length()));
          return index == 0
              ? Line.of(Tone.FAINT, cells.mkString("  "))
              : Line.of(cells.take(2).mkString("", "  ", "  "))
                  .with(Tone.STRONG, cells.drop(2).mkString("  "));
        });
  }

  private static Vector<Line> cause(Question question, Divergence divergence) {
    var cause = divergence.cause();
    var a = question.a().name();
    var b = question.b().name();
    if (cause.a().isEmpty() && cause.b().isEmpty()) {
      return Vector.of(Line.of("no decision: every rule that was asked answered alike"));
    }
    return isOneQuestion(cause)
        ? decision(cause.a().get(), result(a, cause.a()).append(result(b, cause.b()).head()))
        : cause
            .a()
            .toVector()
            .flatMap(it -> decision(it, result(a, cause.a())))
            .appendAll(cause.a().isEmpty() ? result(a, cause.a()) : Vector.empty())
            .appendAll(cause.b().toVector().flatMap(it -> decision(it, result(b, cause.b()))))
            .appendAll(cause.b().isEmpty() ? result(b, cause.b()) : Vector.empty());
  }

  private static boolean isOneQuestion(Cause cause) {
    return cause
        .a()
        .exists(a -> cause.b().exists(b -> a.rule() == b.rule() && a.given().equals(b.given())));
  }

  private static Vector<Line> decision(Decision decision, Vector<Line> results) {
    return results
        .map(line -> line.indented(2))
        .prepend(Line.of(Tone.FAINT, "" + decision.rule().source().link()).indented(2))
        .prepend(Line.of(Visible.clipped(DecisionWords.sentence(decision), LONGEST_VALUE)));
  }

  private static Vector<Line> result(String variant, Option<Decision> decision) {
    return Vector.of(
        Line.of(variant + " → ")
            .with(
                Tone.STRONG,
                decision
                    .map(it -> Visible.clipped(it.result(), LONGEST_VALUE))
                    .getOrElse("not asked")));
  }

  /** How many causes, and how far was looked. */
  public static Vector<Line> summary(Answers answers) {
    return answers.answers().map(DiffText::bound).prepend(verdict(answers)).prepend(Line.EMPTY);
  }

  private static Line verdict(Answers answers) {
    int found = answers.found().size();
    var causes =
        found == 0
            ? Line.EMPTY
            : Line.of(Tone.BAD, CheckText.counted(found, "cause") + " of differences");
    if (answers.mayHaveMore()) {
      return causes.with("; there may be more: the search stopped there (--max-findings)");
    }
    if (answers.cutShort().isDefined()) {
      String reason = CheckText.reason(answers.cutShort().get());
      return found == 0
          ? Line.of(Tone.DOUBTFUL, "undecided").with(": " + reason)
          : causes.with("; there may be more: " + reason);
    }
    return found == 0
        ? Line.of(Tone.GOOD, "no difference").with(" within the bound")
        : causes.with(" within the bound, and no more");
  }

  private static Line bound(Answer answer) {
    String end =
        switch (answer.end()) {
          case SearchEnd.CutShort cutShort -> ", not all of them";
          case SearchEnd.Found enough -> ", not all of them";
          case SearchEnd.Exhausted all -> ", all there are";
          case SearchEnd.StepsReached some -> "";
        };
    return Line.of(
        Tone.FAINT,
        "  bound: %s (%s pairs of worlds%s)"
            .formatted(answer.question().bound(), CheckText.grouped(answer.pairs()), end));
  }
}
