package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.HandleFacts;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.observation.WindowFacts;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.NavigableId;

/**
 * One step of a run, to be drawn.
 *
 * @param taken the step
 * @param before what was seen before it
 * @param after what is seen after it
 */
public record Picture(Taken taken, Observation before, Observation after) {
  private static final int LONGEST_TITLE = 300;

  /** The pictures of all steps, in order. */
  public static Vector<Picture> of(ScenarioRun run) {
    var seen = Observation.afterEachStep(run).map(each -> withoutSecondNames(each, run));
    var before = seen.prepend(Observation.NOTHING);
    return run.steps()
        .zipWithIndex((taken, index) -> new Picture(taken, before.get(index), seen.get(index)));
  }

  /** A window with two labels is one window; it is drawn under the label that made it. */
  private static Observation withoutSecondNames(Observation seen, ScenarioRun run) {
    var secondNames =
        run.labels()
            .filter((label, window) -> isSameWindow(seen, label.label(), window.label()))
            .keySet()
            .map(NavigableId::label);
    return new Observation(
        seen.windows().reject(window -> secondNames.contains(window.label())),
        seen.handles()
            .reject(
                handle ->
                    secondNames.contains(handle.from()) || secondNames.contains(handle.to())));
  }

  private static boolean isSameWindow(Observation seen, String label, String other) {
    return !label.equals(other)
        && seen.window(label)
            .exists(
                window ->
                    seen.window(other)
                        .exists(
                            made ->
                                made.isOpen() == window.isOpen()
                                    && made.url().equals(window.url())
                                    && made.name().equals(window.name())
                                    && made.browsingContextGroup()
                                        == window.browsingContextGroup()));
  }

  /** How much of a step is told. */
  public enum Detail {
    /** What somebody needs who asks what happened. */
    BRIEF,
    /** Every decision, and the handles within a page. */
    FULL
  }

  /** The step: what was cut, who is where, who reaches whom, why, and what is different. */
  public Vector<Line> lines(Detail detail) {
    boolean isAsBefore = after.equals(before) && detail == Detail.BRIEF;
    var seen =
        isAsBefore
            ? Vector.of(Line.of(Tone.FAINT, "all windows and handles are as before"))
            : Groups.of(after, detail).appendAll(section("who reaches whom", handles(detail)));
    return secondName()
        .appendAll(OutcomeWords.of(taken.step().outcome()))
        .appendAll(cut())
        .appendAll(seen)
        .appendAll(section("who is told", reports(detail)))
        .appendAll(section("decided by", decisions(detail)))
        .appendAll(section("changed", changes().inWords()))
        .map(line -> line.indented(2))
        .prepend(title());
  }

  private Line title() {
    return Line.of(Tone.STRONG, "Step " + taken.number())
        .with("  " + Visible.clipped(ActionWords.of(taken.written()), LONGEST_TITLE));
  }

  /** The step under the first labels of its windows, if the scenario has others. */
  private Vector<Line> secondName() {
    return taken.written().equals(taken.action())
        ? Vector.empty()
        : Vector.of(Line.of(Tone.FAINT, "that is: " + ActionWords.of(taken.action())));
  }

  private static Vector<Line> section(String title, Vector<Line> lines) {
    return lines.isEmpty()
        ? lines
        : lines.map(line -> line.indented(2)).prepend(Line.of(Tone.FAINT, title + ":"));
  }

  private Changes changes() {
    return new Changes(before, after);
  }

  /** Two windows that were parted. */
  private record Pair(String one, String other) {
    SortedSet<String> ends() {
      return TreeSet.of(one, other);
    }

    @Override
    public String toString() {
      return one + " ✂ " + other;
    }
  }

  /** Who was cut off from whom, and where, in one sentence; none if nobody was. */
  public Option<String> cutInOneSentence() {
    String reason = Cut.in(taken.decisions()).map(cut -> " at " + cut).getOrElse(this::otherReason);
    return Option.when(!parted().isEmpty(), () -> parted().mkString(", ") + " cut apart" + reason);
  }

  private Vector<Pair> parted() {
    return changes()
        .severedHandles()
        .map(handle -> new Pair(handle.from(), handle.to()))
        .appendAll(
            changes()
                .withoutTheirOpener()
                .flatMap(
                    window ->
                        before
                            .window(window.label())
                            .flatMap(WindowFacts::opener)
                            .map(opener -> new Pair(opener, window.label()))))
        .distinctBy(Pair::ends);
  }

  /** Who was cut off from whom, and where: what most people came for. */
  private Vector<Line> cut() {
    var pairs = parted();
    if (pairs.isEmpty()) return Vector.empty();
    var headline = Line.of(Tone.BAD, pairs.mkString(", "));
    return Cut.in(taken.decisions())
        .fold(
            () -> Vector.of(headline.with("  cut apart" + otherReason())),
            reason ->
                reason
                    .values()
                    .map(line -> line.indented(2))
                    .prepend(headline.with("  cut apart at hop " + reason.hop() + " by")));
  }

  private String otherReason() {
    var rules = taken.decisions().map(Decision::rule);
    if (rules.contains(Rule.ERROR_PAGE)) return " by an error page in a group of its own";
    return rules.contains(Rule.TRAVERSE)
        ? " by a document that session history kept"
        : " by the browser's own choice";
  }

  private Vector<Line> decisions(Detail detail) {
    return (detail == Detail.FULL ? taken.decisions() : decisionsThatMatter())
        .flatMap(DecisionWords::of);
  }

  private Vector<Line> reports(Detail detail) {
    return taken.reports().flatMap(report -> ReportWords.of(report, detail));
  }

  /** The decisions without which the step would have led to something else. */
  public Vector<Decision> decisionsThatMatter() {
    return taken.decisions().filter(this::matters);
  }

  /** The step in plain words. */
  public String action() {
    return ActionWords.of(taken.written());
  }

  /** What came of the step, where the windows do not say it, and whom it parted. */
  public Vector<Line> outcome() {
    return secondName()
        .appendAll(OutcomeWords.of(taken.step().outcome()))
        .appendAll(cutInOneSentence().map(sentence -> Line.of(Tone.BAD, sentence)));
  }

  /** The windows that are there, as a tree. */
  public Vector<Line> windows() {
    return Groups.of(after, Detail.BRIEF);
  }

  /** What is not as it was before the step: windows, and who reaches whom. */
  public Vector<Line> differences() {
    return after
        .windows()
        .filter(window -> window.isOpen() && before.window(window.label()).isEmpty())
        .map(Picture::arrived)
        .appendAll(changes().inWords().reject(line -> line.toString().endsWith(": new")))
        .appendAll(
            after
                .handles()
                .filter(this::isBetweenPages)
                .filter(handle -> isToAnOpenWindow(handle) && !before.handles().contains(handle))
                .map(handle -> Line.of(pair(handle) + ": ").with(what(handle))));
  }

  private static Line arrived(WindowFacts window) {
    return Line.of(
        "%s: new, %s%s, browsing context group %d, %s"
            .formatted(
                window.label(),
                window.origin(),
                window.isTopLevel() ? ", " + window.openerPolicy().value() : "",
                window.browsingContextGroup(),
                window.isCrossOriginIsolated() ? "isolated" : "not isolated"));
  }

  /** The handles that lead from one page to a window of another that is there. */
  public Vector<HandleFacts> handlesBetweenPages() {
    return after.handles().filter(handle -> isToAnOpenWindow(handle) && isBetweenPages(handle));
  }

  private boolean isBetweenPages(HandleFacts handle) {
    return !page(handle.from()).equals(page(handle.to()));
  }

  /** A window that the user opens has nobody to be parted from, whatever it switches to. */
  private boolean matters(Decision decision) {
    boolean isAlone = taken.action() instanceof Action.OpenTopLevelTraversable;
    return DecisionWords.matters(decision) && !(isAlone && Cut.isSwitch(decision));
  }

  private Vector<Line> handles(Detail detail) {
    var shown =
        after
            .handles()
            .filter(
                handle ->
                    detail == Detail.FULL || (isToAnOpenWindow(handle) && isBetweenPages(handle)));
    int widest = shown.map(handle -> pair(handle).length()).max().getOrElse(0);
    return shown.map(
        handle ->
            Line.of(pair(handle) + " ".repeat(widest + 2 - pair(handle).length()))
                .with(what(handle)));
  }

  private boolean isToAnOpenWindow(HandleFacts handle) {
    return after.window(handle.to()).exists(WindowFacts::isOpen);
  }

  /** The label of the window that the frame is in, at last. */
  private Option<String> page(String label) {
    return after
        .window(label)
        .flatMap(window -> window.parent().fold(() -> Option.some(label), this::page));
  }

  private String pair(HandleFacts handle) {
    return handle.from() + (isSevered(handle) ? " ✂ " : " → ") + handle.to();
  }

  /** Whether the handle leads nowhere, though its window is there. */
  public boolean isSevered(HandleFacts handle) {
    return Changes.isSevered(handle, after);
  }

  private Line what(HandleFacts handle) {
    if (isSevered(handle))
      return Line.of(Tone.BAD, "severed: closed reads true, nothing else works");
    if (handle.isClosed()) return Line.of(Tone.FAINT, "closed window");
    if (handle.hasDom()) return Line.of(Tone.GOOD, "dom, and everything else");
    if (handle.properties().isEmpty()) return Line.of(Tone.BAD, "nothing works");
    return handle.properties().equals(Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES)
        ? Line.of("cross-origin properties: postMessage, location, closed, ...; no dom")
        : Line.of("only " + handle.properties().mkString(", "));
  }
}
