package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.observation.ReportText;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Alarm;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Answer;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Found;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Question;
import org.coopcheck.counterexamples.rollout.GuideGap;
import org.coopcheck.counterexamples.rollout.Rehearsed;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.rollout.Announcement;
import org.coopcheck.properties.rollout.Announcement.Kind;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Enforcement.Trial;
import org.coopcheck.properties.rollout.FalseAlarm;
import org.coopcheck.properties.rollout.Silence;

/** What enforcing report-only policies breaks, and who is told, as text. */
public final class RolloutText {
  private static final int LONGEST_VALUE = 300;

  private RolloutText() {}

  /** What it is all about. */
  public static Line heading() {
    return Line.of(Tone.STRONG, "What enforcing would break, and which report tells of it")
        .with(Tone.FAINT, "; " + SpecVersion.STANDARD);
  }

  // Scenarios.

  /**
   * What comes of a scenario.
   *
   * @param name the file
   * @param variant the rules
   * @param all what comes of it if each header, and if all of them, are enforced
   */
  public static Vector<Line> of(String name, Variant variant, Vector<Rehearsed> all) {
    var title =
        Vector.of(
            Line.EMPTY, Line.of(Tone.STRONG, name).with(Tone.FAINT, ", variant " + variant.name()));
    return all.isEmpty()
        ? title.append(Line.of("no response has a report-only header").indented(2))
        : title.appendAll(all.flatMap(RolloutText::of).map(line -> line.indented(2)));
  }

  private static Vector<Line> of(Rehearsed rehearsed) {
    var breakages = rehearsed.rehearsal().breakages();
    int silent = breakages.count(Breakage::isSilent);
    var verdict =
        breakages.isEmpty()
            ? Line.of(Tone.GOOD, "breaks nothing")
            : Line.of(Tone.BAD, CheckText.counted(breakages.size(), "breakage"))
                .with(silent == 0 ? ", none of them silent" : ", " + silent + " silent");
    return Vector.of(Line.of(enforcing(rehearsed)), verdict.indented(2))
        .appendAll(
            breakages.flatMap(
                each ->
                    told(rehearsed, each)
                        .map(line -> line.indented(4))
                        .prepend(step(each).indented(2))))
        .appendAll(rehearsed.rehearsal().falseAlarms().map(alarm -> falseAlarm(alarm).indented(2)));
  }

  private static String enforcing(Rehearsed rehearsed) {
    var trials = rehearsed.enforcing();
    return rehearsed.enforcement().only().isEmpty()
        ? "enforcing all %d of them".formatted(trials.size())
        : "enforcing " + trials.map(RolloutText::words).mkString();
  }

  private static String words(Trial trial) {
    return Visible.clipped(
        "%s: %s of %s".formatted(trial.name(), trial.value(), trial.url()), LONGEST_VALUE);
  }

  private static Line step(Breakage breakage) {
    return Line.of(Tone.STRONG, "Step " + breakage.step())
        .with("  " + Visible.clipped(ActionWords.of(breakage.action()), LONGEST_VALUE));
  }

  // One breakage, both runs side by side.

  private static Vector<Line> told(Rehearsed rehearsed, Breakage breakage) {
    return Vector.of(
            outcome("report-only", rehearsed.tried(), breakage.step(), breakage),
            outcome("enforced   ", rehearsed.enforced(), breakage.step(), breakage))
        .appendAll(decided(breakage))
        .appendAll(announced(breakage.announcement()));
  }

  private static Line outcome(String name, ScenarioRun run, int step, Breakage breakage) {
    var outcome = run.steps().get(step - 1).step().outcome();
    var words = OutcomeWords.of(outcome);
    var start = Line.of(Tone.FAINT, name + "  ");
    return words.isEmpty()
        ? start.with(Tone.GOOD, works(breakage, outcome))
        : words
            .tail()
            .foldLeft(start.with(words.head()), (line, next) -> line.with("; ").with(next));
  }

  private static String works(Breakage breakage, Outcome outcome) {
    return switch (breakage.kind()) {
      case HANDLE -> "window.open() returned the window";
      case LOAD -> "the document is loaded";
      case ACCESS, NAME -> outcome instanceof Outcome.Opened ? "opened" : "works";
    };
  }

  private static Vector<Line> decided(Breakage breakage) {
    return breakage
        .turn()
        .fold(
            () -> Vector.of(Line.of("no rule decided otherwise; the windows differ")),
            turn ->
                Vector.of(
                    Line.of(Tone.FAINT, "decided in step " + breakage.turnStep() + ": ")
                        .with(
                            Visible.clipped(DecisionWords.sentence(turn.enforced()), LONGEST_VALUE))
                        .with(": " + answer(turn.tried()))
                        .with(" → ")
                        .with(Tone.STRONG, answer(Option.some(turn.enforced()))),
                    Line.of(Tone.FAINT, turn.rule().source().link().toString()).indented(2)));
  }

  private static String answer(Option<Decision> decision) {
    return decision.map(it -> Visible.clipped(it.result(), LONGEST_VALUE)).getOrElse("not asked");
  }

  private static Vector<Line> announced(Announcement announcement) {
    var reports =
        announcement
            .reports()
            .map(
                report ->
                    Line.of("%s, in step %d".formatted(recipient(report), announcement.step()))
                        .indented(2));
    var why = announcement.why().map(Silence::meaning).getOrElse("");
    return switch (announcement.kind()) {
      case ACCESS -> reports.prepend(Line.of(Tone.GOOD, "reported").with(" to:"));
      case NAVIGATION ->
          reports
              .prepend(
                  Line.of(Tone.DOUBTFUL, "partly reported")
                      .with(": only a report of the navigation, to:"))
              .append(Line.of("no access is reported: " + why).indented(2));
      case SILENT -> Vector.of(Line.of(Tone.BAD, "silent").with(": " + why));
      case LEFT_OUT ->
          Vector.of(
              Line.of(Tone.DOUBTFUL, "not known")
                  .with(": reports of embedder policies are no part of the model"));
    };
  }

  private static String recipient(Report report) {
    return Visible.clipped(
        "%s of %s to %s".formatted(report.type(), report.url(), ReportText.recipient(report)),
        LONGEST_VALUE);
  }

  private static Line falseAlarm(FalseAlarm alarm) {
    return Line.of(Tone.DOUBTFUL, "false alarm")
        .with(": %s, in step %d, ".formatted(recipient(alarm.report()), alarm.step()))
        .with("which goes no other way when policies are enforced");
  }

  // Findings of a search.

  /** A cause in one line. */
  public static Line brief(int number, Found found) {
    return title(number, found.breakage())
        .with(
            " in %s: %s"
                .formatted(
                    CheckText.counted(found.rehearsed().scenario().steps().size(), "step"),
                    Visible.text(found.breakage().cause())));
  }

  /**
   * A cause, its smallest scenario, and what comes of it.
   *
   * @param number its place among those that were found, from 1
   * @param found the scenario
   * @param file where it can be looked at
   * @param enforcedFile where it can be looked at with enforced policies
   */
  public static Vector<Line> of(int number, Found found, String file, String enforcedFile) {
    var scenario = found.rehearsed().scenario();
    return Vector.of(
            Line.EMPTY,
            title(number, found.breakage())
                .with(" in " + CheckText.counted(scenario.steps().size(), "step")))
        .appendAll(shown(scenario))
        .appendAll(told(found.rehearsed(), found.breakage()).map(line -> line.indented(2)))
        .appendAll(Vector.of(file, enforcedFile).map(RolloutText::command));
  }

  private static Line title(int number, Breakage breakage) {
    var kind = breakage.announcement().kind();
    var gap =
        GuideGap.of(breakage)
            .filter(it -> kind != Kind.ACCESS)
            .map(it -> "; the rollout guide's %s, %s".formatted(it.id(), it.title()))
            .getOrElse("");
    return Line.of(tone(kind), "breakage " + number)
        .with(": " + breakage.kind() + ", " + word(kind) + gap + ";");
  }

  private static Tone tone(Kind kind) {
    return switch (kind) {
      case SILENT -> Tone.BAD;
      case NAVIGATION, LEFT_OUT -> Tone.DOUBTFUL;
      case ACCESS -> Tone.GOOD;
    };
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case SILENT -> "silent";
      case NAVIGATION -> "partly reported";
      case LEFT_OUT -> "not known whether reported";
      case ACCESS -> "reported";
    };
  }

  private static Vector<Line> shown(Scenario scenario) {
    return scenario
        .steps()
        .zipWithIndex()
        .map(
            each ->
                Line.of(Tone.STRONG, "Step " + (each._2 + 1))
                    .with("  " + Visible.clipped(ActionWords.of(each._1), LONGEST_VALUE))
                    .indented(2))
        .append(Line.of(Tone.FAINT, "where servers answer:").indented(2))
        .appendAll(DiffText.answers(scenario).map(line -> line.indented(4)));
  }

  private static Line command(String file) {
    return Line.of("coopcheck run " + CheckText.quoted(file)).indented(2);
  }

  /** The smallest scenario with a report of what does not happen. */
  public static Vector<Line> of(Alarm alarm, String file) {
    return Vector.of(Line.EMPTY, falseAlarm(alarm.alarm()))
        .appendAll(shown(alarm.rehearsed().scenario()))
        .append(command(file));
  }

  /** How many causes, and how far was looked. */
  public static Vector<Line> summary(Answer answer) {
    return Vector.of(Line.EMPTY, verdict(answer), falseAlarms(answer), bound(answer));
  }

  private static Line verdict(Answer answer) {
    var counts =
        Vector.of(Kind.SILENT, Kind.NAVIGATION, Kind.LEFT_OUT, Kind.ACCESS)
            .map(kind -> answer.announcedBy(kind).size() + " " + word(kind));
    var causes =
        Line.of(CheckText.counted(answer.found().size(), "cause") + " of breakages: ")
            .with(Tone.STRONG, counts.mkString(", "));
    return answer
        .cutShort()
        .map(budget -> causes.with("; there may be more: " + CheckText.reason(budget)))
        .getOrElse(causes.with("; within the bound there are no more"));
  }

  private static Line falseAlarms(Answer answer) {
    return answer.alarm().isDefined()
        ? Line.of(Tone.DOUBTFUL, "there are false alarms")
        : Line.of(answer.cutShort().isDefined() ? "no false alarm so far" : "no false alarm");
  }

  private static Line bound(Answer answer) {
    Question question = answer.question();
    String end = answer.end() instanceof SearchEnd.Exhausted ? ", all there are" : "";
    return Line.of(
        Tone.FAINT,
        "  variant %s, bound: %s (%s pairs of worlds, %s transitions%s)"
            .formatted(
                question.variant().name(),
                question.bound(),
                CheckText.grouped(answer.pairs()),
                CheckText.grouped(answer.transitions()),
                end));
  }
}
