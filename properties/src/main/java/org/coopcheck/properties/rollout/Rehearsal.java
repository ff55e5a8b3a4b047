package org.coopcheck.properties.rollout;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.report.Disposition;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.rollout.Breakage.Kind;

/**
 * The same steps where policies are report-only and where they are enforced, side by side.
 *
 * @param variant the rules of both runs
 * @param steps how many steps were taken
 * @param cuts which windows are apart where policies are enforced, and only there
 * @param breakages what has failed where policies are enforced, and only there; what fails only
 *     because of one that is listed is not
 * @param falseAlarms reports of the report-only run that nothing came of
 */
public record Rehearsal(
    Variant variant,
    int steps,
    Vector<Cut> cuts,
    Vector<Breakage> breakages,
    Vector<FalseAlarm> falseAlarms) {

  /** Before the first step. */
  public static Rehearsal begun(Variant variant) {
    return new Rehearsal(variant, 0, Vector.empty(), Vector.empty(), Vector.empty());
  }

  /**
   * @param scenario a scenario
   * @param tried its run
   * @param enforcement what is enforced in the other run
   */
  public static Rehearsal of(Scenario scenario, ScenarioRun tried, Enforcement enforcement) {
    var enforced = enforcedRun(scenario, tried, enforcement);
    return tried
        .steps()
        .zip(enforced.steps())
        .foldLeft(begun(tried.variant()), (far, taken) -> far.after(taken._1, taken._2));
  }

  /** The run in which policies are enforced. */
  public static ScenarioRun enforcedRun(
      Scenario scenario, ScenarioRun tried, Enforcement enforcement) {
    return ScenarioRun.of(enforcement.in(scenario), tried.variant(), tried.capabilities());
  }

  /** Whether any report of the report-only run was about one of the breakages. */
  public boolean hasAnnouncements() {
    return breakages.exists(each -> each.announcement().kind() == Announcement.Kind.ACCESS);
  }

  /**
   * After one more step.
   *
   * @param tried the step where policies are report-only
   * @param enforced the same step where they are enforced
   */
  public Rehearsal after(Taken tried, Taken enforced) {
    int step = steps + 1;
    var parted = cutsAfter(tried, enforced, step);
    var failure = Failure.of(tried, enforced);
    var broken =
        failure
            .filter(each -> !isAConsequence(each, tried, enforced))
            .map(each -> breakage(each, tried, enforced, step, parted));
    return new Rehearsal(
        variant,
        step,
        parted,
        breakages.appendAll(broken),
        falseAlarms.appendAll(falseAlarms(tried, enforced, step, failure.isDefined())));
  }

  // Cuts.

  private Vector<Cut> cutsAfter(Taken tried, Taken enforced, int step) {
    var windows =
        tried
            .after()
            .topLevelTraversables()
            .map(window -> window.id())
            .filter(enforced.after()::hasNavigable);
    var apart =
        windows
            .combinations(2)
            .filter(
                pair ->
                    isOneGroup(tried.after(), pair.get(0), pair.get(1))
                        && !isOneGroup(enforced.after(), pair.get(0), pair.get(1)));
    return apart.map(
        pair ->
            cut(pair.get(0), pair.get(1))
                .getOrElse(() -> newCut(pair.get(0), pair.get(1), tried, enforced, step)));
  }

  private static boolean isOneGroup(World world, NavigableId one, NavigableId other) {
    return world
        .groupOf(world.activeDocument(one))
        .id()
        .equals(world.groupOf(world.activeDocument(other)).id());
  }

  private Option<Cut> cut(NavigableId one, NavigableId other) {
    return cuts.find(each -> each.isBetween(one, other));
  }

  private Cut newCut(NavigableId one, NavigableId other, Taken tried, Taken enforced, int step) {
    var turn = Turn.cutting(tried.decisions(), enforced.decisions());
    return new Cut(
        one,
        other,
        step,
        turn,
        turn.flatMap(it -> it.given("url")).exists(url -> isOfNoDocument(url, tried.after())),
        Vector.of(tried.before(), tried.after())
            .exists(
                world ->
                    Vector.of(one, other)
                        .filter(world::hasNavigable)
                        .exists(window -> isHeard(world, window))),
        tried.reports().filter(Rehearsal::isOfATrial).reject(Rehearsal::isOfAnAccess));
  }

  private static boolean isOfNoDocument(String url, World world) {
    var response = Url.of(url).withoutFragment();
    return !world
        .topLevelDocuments()
        .exists(document -> document.url().withoutFragment().equals(response));
  }

  private boolean isHeard(World world, NavigableId window) {
    var policy = world.topLevelDocument(world.activeDocument(window)).openerPolicy();
    return variant.reporting().reportOnlyEndpoint().apply(policy).isDefined();
  }

  private static boolean isOfATrial(Report report) {
    return report.disposition() == Disposition.REPORTING && report.isDelivered();
  }

  private static boolean isOfAnAccess(Report report) {
    return report.type().isOfAnAccess();
  }

  // Breakages.

  /** Whether it fails because of something that is told already. */
  private boolean isAConsequence(Failure failure, Taken tried, Taken enforced) {
    if (breakages.isEmpty()) return false;
    var concerned = failure.by().toVector().append(failure.window()).distinct();
    boolean isWithoutIt =
        concerned
            .filter(tried.before()::hasNavigable)
            .exists(window -> !isAsGood(window, tried.before(), enforced.before()));
    return isWithoutIt
        || breakages.exists(
            told ->
                told.turn().isDefined()
                    && told.by().equals(failure.by())
                    && told.window().equals(failure.window())
                    && told.turnStep() == turnStep(failure, tried.before(), steps + 1));
  }

  /** Whether a window is there in both, and shows an error page in both or in none. */
  private static boolean isAsGood(NavigableId window, World tried, World enforced) {
    return enforced.hasNavigable(window)
        && tried.activeDocument(window).error().isDefined()
            == enforced.activeDocument(window).error().isDefined();
  }

  private int turnStep(Failure failure, World before, int step) {
    return cutBehind(failure, before, cuts).map(Cut::step).getOrElse(step);
  }

  private static Option<Cut> cutBehind(Failure failure, World world, Vector<Cut> among) {
    if (failure.kind() == Kind.LOAD || failure.by().isEmpty()) return Option.none();
    var concerned = Vector.of(failure.by().get(), failure.window());
    if (!concerned.forAll(world::hasNavigable)) return Option.none();
    var tops = concerned.map(world::topLevelTraversable);
    return among.find(each -> each.isBetween(tops.get(0), tops.get(1)));
  }

  private Breakage breakage(
      Failure failure, Taken tried, Taken enforced, int step, Vector<Cut> parted) {
    var before = cutBehind(failure, tried.before(), cuts);
    var cut = before.orElse(() -> cutBehind(failure, tried.after(), parted));
    var turn =
        cut.flatMap(Cut::turn)
            .orElse(
                () ->
                    failure.kind() == Kind.LOAD
                        ? Turn.refusing(tried.decisions(), enforced.decisions())
                        : Turn.cutting(tried.decisions(), enforced.decisions()));
    return new Breakage(
        step,
        failure.kind(),
        tried.written(),
        failure.by(),
        failure.window(),
        turn,
        cut.map(Cut::step).getOrElse(step),
        announcement(failure, tried, step, cut, turn));
  }

  private Announcement announcement(
      Failure failure, Taken tried, int step, Option<Cut> cut, Option<Turn> turn) {
    if (turn.exists(it -> isOfAnEmbedderPolicy(it.rule()))) return Announcement.leftOut(step);
    var reports = tried.reports().filter(Rehearsal::isOfATrial);
    var ofTheAccess = reports.filter(Rehearsal::isOfAnAccess);
    boolean isAccess = failure.kind() == Kind.ACCESS;
    if (isAccess && !ofTheAccess.isEmpty()) return Announcement.byAccess(step, ofTheAccess);
    var why =
        isAccess
            ? whyNot(failure, tried, cut)
            : turn.exists(it -> isTried(it.rule()))
                ? Silence.NAMES_ARE_NOT_TRIED
                : Silence.RULE_IS_NOT_TRIED;
    return Announcement.otherwise(
        cut.map(Cut::step).getOrElse(step),
        cut.map(Cut::told).getOrElse(() -> reports.reject(Rehearsal::isOfAnAccess)),
        why);
  }

  private static boolean isOfAnEmbedderPolicy(Rule rule) {
    return rule == Rule.COEP_ADHERENCE || rule == Rule.CORP_CHECK;
  }

  /** Those of which {@code Rule.CHECK_REPORT_ONLY_SWITCH} asks what they would say. */
  private static boolean isTried(Rule rule) {
    return rule == Rule.CHECK_SWITCH || rule == Rule.CHECK_POPUP_SWITCH;
  }

  private Silence whyNot(Failure failure, Taken tried, Option<Cut> cut) {
    var lost = tried.reports().filter(Rehearsal::isOfAnAccess);
    if (lost.exists(report -> report.endpoint().isDefined())) return Silence.UNDELIVERED;
    var world = tried.before();
    var touch = new Touch(world, failure, Failure.property(tried.action()));
    if (touch.isInOneVirtualGroup()) return Silence.ONE_VIRTUAL_GROUP;
    var reporting = variant.reporting();
    if (!touch.isOfAReportedProperty(reporting)) return Silence.PROPERTY_IS_NOT_REPORTED;
    if (!touch.isHeard(reporting)) return whyNobodyHears(touch, cut);
    return touch.whyItDoesNotCount(reporting).getOrElse(Silence.NOBODY_WATCHES);
  }

  private static Silence whyNobodyHears(Touch touch, Option<Cut> cut) {
    if (touch.namesAReportOnlyEndpoint()) return Silence.OTHER_ENDPOINT;
    if (cut.exists(Cut::isByARedirect)) return Silence.HEADER_OF_A_REDIRECT;
    return cut.exists(Cut::wasHeard) ? Silence.PAGE_IS_GONE : Silence.NO_ENDPOINT;
  }

  // False alarms.

  private static Vector<FalseAlarm> falseAlarms(
      Taken tried, Taken enforced, int step, boolean isFailure) {
    var reports = tried.reports().filter(Rehearsal::isOfATrial);
    if (reports.isEmpty() || isFailure) return Vector.empty();
    boolean isTheSameMove = Failure.isTheSameMove(tried, enforced);
    return reports
        .filter(report -> isOfAnAccess(report) || isTheSameMove)
        .map(report -> new FalseAlarm(step, report));
  }
}
