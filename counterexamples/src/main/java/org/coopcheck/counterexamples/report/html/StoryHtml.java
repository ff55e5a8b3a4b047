package org.coopcheck.counterexamples.report.html;

import static j2html.TagCreator.article;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;
import static org.coopcheck.counterexamples.report.html.Page.all;
import static org.coopcheck.counterexamples.report.html.Page.own;
import static org.coopcheck.counterexamples.report.html.Page.words;

import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import j2html.tags.DomContent;
import j2html.tags.Text;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.report.story.Finding;
import org.coopcheck.counterexamples.report.story.Headline;
import org.coopcheck.counterexamples.report.story.Repair;
import org.coopcheck.counterexamples.report.story.Statement;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.storyboard.Storyboard;
import org.coopcheck.counterexamples.report.storyboard.Storyboard.Shape;
import org.coopcheck.counterexamples.report.text.AnswerWords;
import org.coopcheck.counterexamples.report.text.DecisionWords;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.report.text.ReportWords;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.search.Divergence;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Answer;

/** A story as a page. */
public final class StoryHtml {
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_LINE = 1_000;

  private final Story story;
  private final Storyboard wide;
  private final Storyboard narrow;

  private StoryHtml(Story story, Storyboard wide) {
    this.story = story;
    this.wide = wide;
    this.narrow = Storyboard.of(story, Shape.NARROW);
  }

  /**
   * The whole file.
   *
   * @param story the story
   * @param wide its pictures
   */
  public static String of(Story story, Storyboard wide) {
    return new StoryHtml(story, wide).page();
  }

  private String page() {
    return Page.of(
        story.title(),
        Vector.of(
            main(
                article(
                    all(
                        Vector.of(top())
                            .appendAll(answers())
                            .append(steps())
                            .appendAll(differences())
                            .appendAll(repairs())
                            .append(scenario()))))));
  }

  // The top.

  private DomContent top() {
    var headline = Headline.of(story);
    return header(
        p(story.finding().word()).withClass("kind" + (isFault() ? " fault" : "")),
        h1(clipped(story.title(), LONGEST_TITLE)),
        p(clipped(headline.sentence(), LONGEST_LINE))
            .withClass("sentence" + (isFault() ? " fault" : "")),
        dl(all(statements(headline.statements()))).withClass("statements"));
  }

  private boolean isFault() {
    return story.finding().isFault();
  }

  /** What has the same name stands together. */
  private static Vector<DomContent> statements(Vector<Statement> statements) {
    return statements
        .map(Statement::name)
        .distinct()
        .flatMap(
            name ->
                statements
                    .filter(statement -> statement.name().equals(name))
                    .map(StoryHtml::statement)
                    .prepend(dt(name)));
  }

  private static DomContent statement(Statement statement) {
    var source = statement.source().map(Page::source);
    return statement.text().isEmpty()
        ? dd(all(source.toVector()))
        : dd(
            all(
                Vector.<DomContent>of(clipped(statement.text(), LONGEST_LINE))
                    .appendAll(source.map(link -> span(words("\u2002"), link)))));
  }

  private static DomContent clipped(String text, int most) {
    return words(Visible.clipped(text, most));
  }

  // The steps.

  private DomContent steps() {
    return section(
        all(
            Vector.<DomContent>of(h2("What happens"))
                .appendAll(Vector.range(0, story.steps()).map(this::step))
                .appendAll(legend(wide, "wide", 4).toVector())
                .appendAll(legend(narrow, "narrow", 1).toVector())));
  }

  private static Option<DomContent> legend(Storyboard storyboard, String kind, int columns) {
    return storyboard
        .legend("legend-" + kind, columns)
        .map(svg -> div(figure(own(svg)).withClass("legend")).withClass(kind));
  }

  private DomContent step(int index) {
    var first = story.tellings().head().steps().get(index);
    return section(
            all(
                Vector.<DomContent>of(
                        h3(
                            span("Step " + first.taken().number()).withClass("number"),
                            words(" "),
                            clipped(first.action(), LONGEST_TITLE)))
                    .appendAll(story.toldAt(index).flatMap(telling -> telling(telling, index)))))
        .withClass("step")
        .withId("step-" + first.taken().number());
  }

  private Vector<DomContent> telling(int telling, int index) {
    var picture = story.tellings().get(telling).steps().get(index);
    String id = "p%d-%d".formatted(telling + 1, index + 1);
    return Vector.of(
            ofSeveral(telling, index),
            lines("outcome", picture.outcome()),
            Option.<DomContent>some(
                div(pictures(telling, index, id), notes(picture)).withClass("moment")))
        .flatMap(each -> each);
  }

  private DomContent notes(Picture picture) {
    return div(all(
            Vector.of(
                    list(
                        "Decided by",
                        story
                            .decisionsOf(picture)
                            .map(each -> decision(each, story.isDecisive(picture, each)))),
                    list("Who is told", picture.taken().reports().map(StoryHtml::report)),
                    list(
                        "What is different now",
                        picture
                            .differences()
                            .map(line -> li(clipped(line.toString(), LONGEST_LINE)))))
                .flatMap(each -> each)))
        .withClass("notes");
  }

  private Option<DomContent> ofSeveral(int telling, int index) {
    return Option.when(
        story.toldAt(index).size() > 1,
        () ->
            p(words("under "), strong(words(story.tellings().get(telling).variant().name())))
                .withClass("under"));
  }

  private static Option<DomContent> lines(String kind, Vector<Line> lines) {
    return Option.when(
        !lines.isEmpty(),
        () ->
            div(all(lines.map(line -> p(clipped(line.toString().strip(), LONGEST_LINE)))))
                .withClass(kind));
  }

  private DomContent pictures(int telling, int index, String id) {
    return figure(
        div(own(wide.picture(telling, index, id + "w"))).withClass("wide"),
        div(own(narrow.picture(telling, index, id + "n"))).withClass("narrow"));
  }

  private static Option<DomContent> list(String title, Vector<? extends DomContent> items) {
    return Option.when(
        !items.isEmpty(),
        () -> div(p(title).withClass("list-title"), ul(all(items))).withClass("list"));
  }

  private static DomContent decision(Decision decision, boolean isDecisive) {
    return isDecisive
        ? li(span(decided(decision)), strong(" All turns on this.")).withClass("decisive")
        : li(decided(decision));
  }

  private static DomContent report(Report report) {
    var sentence = clipped(ReportWords.sentence(report), LONGEST_LINE);
    return ReportWords.warning(report)
        .map(text -> li(sentence, words(" "), strong(clipped(text, LONGEST_LINE))))
        .getOrElse(() -> li(sentence));
  }

  private static DomContent[] decided(Decision decision) {
    var source = decision.rule().source();
    return all(
        Vector.of(
            clipped(DecisionWords.sentence(decision), LONGEST_LINE),
            words(" → "),
            strong(clipped(DecisionWords.result(decision), LONGEST_LINE)),
            words(" "),
            span(
                    words("("),
                    Page.linked(
                        DecisionWords.standard(decision.rule()) + ": " + decision.rule().id(),
                        Option.some(source.link())),
                    words(")"))
                .withClass("anchor")));
  }

  // What else there is.

  private Option<DomContent> differences() {
    return story.finding() instanceof Finding.Differs(var divergence)
        ? Option.some(differences(divergence))
        : Option.none();
  }

  private DomContent differences(Divergence divergence) {
    var names = story.tellings().map(telling -> telling.variant().name());
    return section(
        all(
            Vector.<DomContent>of(
                    h2("What differs after step " + divergence.step()),
                    table(
                        thead(
                            tr(
                                th("what"),
                                th("of"),
                                th(words(names.head())),
                                th(words(names.last())))),
                        tbody(all(divergence.differences().map(StoryHtml::row)))))
                .appendAll(
                    list(
                        "First decided differently",
                        Vector.of(divergence.cause().a(), divergence.cause().b())
                            .zip(names)
                            .flatMap(
                                each -> each._1.map(decision -> decision(decision, each._2)))))));
  }

  private static DomContent row(Difference difference) {
    return tr(
        td(difference.observable().meaning()),
        td(clipped(difference.of(), LONGEST_TITLE)),
        td(clipped(difference.a(), LONGEST_TITLE)),
        td(clipped(difference.b(), LONGEST_TITLE)));
  }

  private static DomContent decision(Decision decision, String variant) {
    return li(strong(words(variant)), words(": "), span(decided(decision)));
  }

  private Option<DomContent> answers() {
    return Option.when(
        !story.scenario().responses().isEmpty(),
        () ->
            section(
                h2("What servers answer"),
                dl(all(story.scenario().responses().toVector().flatMap(StoryHtml::answers)))
                    .withClass("answers")));
  }

  private static Vector<DomContent> answers(Tuple2<Url, Vector<Answer>> answers) {
    return Vector.<DomContent>of(dt(code(clipped(answers._1.toString(), LONGEST_TITLE))))
        .appendAll(
            answers._2.map(
                answer ->
                    dd(
                        all(
                            AnswerWords.of(answer)
                                .map(line -> div(code(clipped(line, LONGEST_LINE))))))));
  }

  private Option<DomContent> repairs() {
    return Option.when(
        !story.repairs().isEmpty(),
        () ->
            section(
                all(
                    Vector.<DomContent>of(
                            h2("What would repair it"),
                            p(
                                "Each change was made and the same actions were done again: nothing"
                                    + " is violated then. Below each, what is lost by it."))
                        .appendAll(Vector.of(Repair.Kind.values()).flatMap(this::repairs)))));
  }

  private Vector<DomContent> repairs(Repair.Kind kind) {
    var mine = story.repairs().filter(repair -> repair.kind() == kind);
    return mine.isEmpty()
        ? Vector.empty()
        : Vector.of(h3(kind.heading()), ul(all(mine.map(StoryHtml::repair))).withClass("repairs"));
  }

  private static DomContent repair(Repair repair) {
    var sentence = strong(clipped(repair.change(), LONGEST_LINE));
    var change =
        repair
            .source()
            .<DomContent>map(source -> span(sentence, words("\u2002"), Page.source(source)))
            .getOrElse(sentence);
    return repair.costs().isEmpty()
        ? li(change)
        : li(change, ul(all(repair.costs().map(cost -> li(clipped(cost, LONGEST_LINE))))));
  }

  private DomContent scenario() {
    return section(
        h2("Do it again"),
        p(words("Save this as a file and run it: "), code("coopcheck run scenario.yaml")),
        details(
            summary("The scenario"), pre(code(multiline(ScenarioFiles.write(story.scenario()))))));
  }

  /** Text with line breaks of its own. */
  private static DomContent multiline(String text) {
    return new Text(Vector.of(text.split("\n", -1)).map(Visible::text).mkString("\n"));
  }
}
