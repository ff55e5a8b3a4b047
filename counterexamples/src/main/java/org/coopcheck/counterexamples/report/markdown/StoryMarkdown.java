package org.coopcheck.counterexamples.report.markdown;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.mermaid.StoryMermaid;
import org.coopcheck.counterexamples.report.story.Finding;
import org.coopcheck.counterexamples.report.story.Headline;
import org.coopcheck.counterexamples.report.story.Repair;
import org.coopcheck.counterexamples.report.story.Statement;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.story.Telling;
import org.coopcheck.counterexamples.report.text.DecisionWords;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.report.text.ReportWords;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.report.Report;

/** A story as Markdown. */
public final class StoryMarkdown {
  private final Story story;

  private StoryMarkdown(Story story) {
    this.story = story;
  }

  /** The whole file. */
  public static String of(Story story) {
    return new StoryMarkdown(story).text();
  }

  private String text() {
    var headline = Headline.of(story);
    return "## %s\n\n**%s**\n\n%s\n"
            .formatted(
                Markdown.words(story.title()),
                Markdown.words(headline.sentence()),
                headline.statements().map(StoryMarkdown::statement).mkString())
        + Vector.range(0, story.steps()).map(this::step).mkString()
        + differences()
        + repairs()
        + scenario();
  }

  private static String statement(Statement statement) {
    String source =
        statement.source().map(each -> Markdown.link(each.claimedBy(), each)).getOrElse("");
    return "- %s: %s\n"
        .formatted(
            statement.name(),
            Vector.of(Markdown.words(statement.text()), source)
                .reject(String::isEmpty)
                .mkString(" "));
  }

  private String step(int index) {
    var first = story.tellings().head().steps().get(index);
    return "### Step %d: %s\n\n".formatted(index + 1, Markdown.words(first.action()))
        + story.toldAt(index).map(place -> telling(story.tellings().get(place), index)).mkString();
  }

  private String telling(Telling telling, int index) {
    var picture = telling.steps().get(index);
    String under =
        story.toldAt(index).size() == 1
            ? ""
            : "Under **%s**:\n\n".formatted(Markdown.words(telling.variant().name()));
    return under
        + picture.outcome().map(line -> Markdown.words(line.toString().strip()) + "\n\n").mkString()
        + Markdown.block("mermaid", Vector.of(StoryMermaid.of(picture).split("\n", -1)).init())
        + "\n"
        + list(
            "Decided by",
            story
                .decisionsOf(picture)
                .map(
                    each ->
                        decision(each)
                            + (story.isDecisive(picture, each) ? " **All turns on this.**" : "")))
        + list("Who is told", picture.taken().reports().map(StoryMarkdown::report))
        + list("What is different now", differences(picture));
  }

  private static String report(Report report) {
    return Markdown.words(ReportWords.sentence(report))
        + ReportWords.warning(report)
            .map(text -> " **" + Markdown.words(text) + "**")
            .getOrElse("");
  }

  private static Vector<String> differences(Picture picture) {
    return picture.differences().map(line -> Markdown.words(line.toString()));
  }

  private static String list(String title, Vector<String> items) {
    return items.isEmpty()
        ? ""
        : items.map(item -> "- " + item).mkString(title + ":\n\n", "\n", "\n\n");
  }

  private static String decision(Decision decision) {
    return "%s → **%s** (%s)"
        .formatted(
            Markdown.words(DecisionWords.sentence(decision)),
            Markdown.words(DecisionWords.result(decision)),
            Markdown.link(
                DecisionWords.standard(decision.rule()) + ": " + decision.rule().id(),
                decision.rule().source()));
  }

  private String differences() {
    if (!(story.finding() instanceof Finding.Differs(var divergence))) return "";
    var names = story.tellings().map(telling -> telling.variant().name());
    return divergence
        .differences()
        .map(each -> Vector.of(each.observable().meaning(), each.of(), each.a(), each.b()))
        .prepend(Vector.of("what", "of", names.head(), names.last()))
        .map(row -> row.map(Markdown::words).mkString("| ", " | ", " |"))
        .insert(1, "| --- | --- | --- | --- |")
        .mkString("### What differs after step " + divergence.step() + "\n\n", "\n", "\n\n");
  }

  private String repairs() {
    return story.repairs().isEmpty()
        ? ""
        : Vector.of(Repair.Kind.values())
            .map(this::repairs)
            .mkString("### What would repair it\n\n", "", "");
  }

  private String repairs(Repair.Kind kind) {
    var mine = story.repairs().filter(repair -> repair.kind() == kind);
    return mine.isEmpty()
        ? ""
        : mine.map(StoryMarkdown::repair).mkString(kind.heading() + ":\n\n", "", "\n");
  }

  private static String repair(Repair repair) {
    return "- %s\n%s"
        .formatted(
            Markdown.words(repair.change()),
            repair.costs().map(cost -> "  - %s\n".formatted(Markdown.words(cost))).mkString());
  }

  private String scenario() {
    var lines = Vector.of(ScenarioFiles.write(story.scenario()).split("\n", -1)).init();
    return "<details><summary>The scenario, for <code>coopcheck run</code></summary>\n\n"
        + Markdown.block("yaml", lines)
        + "\n</details>\n";
  }
}
