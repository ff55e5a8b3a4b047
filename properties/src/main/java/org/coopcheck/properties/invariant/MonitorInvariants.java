package org.coopcheck.properties.invariant;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.report.Disposition;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.AccessMonitor.Direction;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/**
 * What the design document's monitors are for: of a window and the one that opened it, one touches the
 * other, and one of the two pages is told. Each is looked at where the window shows a document that
 * parts the two, or would: what would a script's next access be?
 */
public final class MonitorInvariants {
  private MonitorInvariants() {}

  /**
   * A window has left its opener, or would.
   *
   * @param window the window
   * @param opener the window that opened it
   * @param hasLeft whether it has left
   */
  private record Parting(NavigableId window, NavigableId opener, boolean hasLeft) {}

  private static Option<Parting> parting(Moment moment) {
    return Requests.navigatedWindow(moment)
        .flatMap(
            window ->
                openerBefore(moment, window)
                    .filter(moment.world()::hasNavigable)
                    .filter(opener -> moment.world().navigable(opener).isTopLevelTraversable())
                    .flatMap(opener -> parting(moment.world(), window, opener)));
  }

  private static Option<Parting> parting(World world, NavigableId window, NavigableId opener) {
    if (world.activeDocument(window).error().isDefined()) return Option.none();
    var one = world.activeBrowsingContext(window);
    var other = world.activeBrowsingContext(opener);
    boolean hasLeft = !one.group().equals(other.group());
    boolean would = one.virtualBrowsingContextGroupId() != other.virtualBrowsingContextGroupId();
    return Option.when(hasLeft || would, () -> new Parting(window, opener, hasLeft));
  }

  private static Option<NavigableId> openerBefore(Moment moment, NavigableId window) {
    var world =
        moment.before().hasNavigable(window)
            ? Option.some(moment.before())
            : moment.action() instanceof Action.OpenWindow open
                ? Option.some(
                    moment
                        .with(
                            new Action.OpenWindow(
                                open.opened(),
                                open.by(),
                                Option.none(),
                                open.target(),
                                open.features()))
                        .world())
                : Option.<World>none();
    return world
        .filter(each -> each.hasNavigable(window))
        .flatMap(
            each ->
                each.activeBrowsingContext(window)
                    .opener()
                    .filter(each::isPresented)
                    .map(each::browsingContext)
                    .map(BrowsingContext::navigable));
  }

  /**
   * What a step is for.
   *
   * @param step its number
   * @param isEnforced whether it is one of those that act when the window has left
   * @param isByTheOpener whether it is the opener who touches the other
   * @param isToldToTheOpener whether it is the opener's page that is told
   */
  private record Purpose(
      String step, boolean isEnforced, boolean isByTheOpener, boolean isToldToTheOpener) {

    Direction direction() {
      return isByTheOpener == isToldToTheOpener ? Direction.FROM : Direction.TO;
    }

    /** The parting, if it is one of which somebody is to be told. */
    Option<Parting> applies(Moment moment) {
      return parting(moment)
          .filter(each -> each.hasLeft() == isEnforced)
          .filter(each -> hasAnEndpoint(told(moment.world(), each)))
          .filter(
              each ->
                  // An opener that is cut off is there, and closed; other handles must be there.
                  (isEnforced && !isByTheOpener)
                      || Access.handleOn(
                              moment.world(),
                              moment.world().activeDocument(by(each)),
                              touched(each))
                          .isDefined());
    }

    private boolean hasAnEndpoint(Document document) {
      OpenerPolicy policy = document.openerPolicy();
      return (isEnforced ? policy.reportingEndpoint() : policy.reportOnlyReportingEndpoint())
          .exists(document.reportingEndpoints()::containsKey);
    }

    NavigableId by(Parting parting) {
      return isByTheOpener ? parting.opener() : parting.window();
    }

    NavigableId touched(Parting parting) {
      return isByTheOpener ? parting.window() : parting.opener();
    }

    Document told(World world, Parting parting) {
      return world.activeDocument(isToldToTheOpener ? parting.opener() : parting.window());
    }

    boolean isTold(Moment moment, Parting parting) {
      var page = told(moment.world(), parting);
      return moment
          .reportsOfUsing(touched(parting), by(parting))
          .exists(report -> isIt(report, page));
    }

    private boolean isIt(Report report, Document page) {
      return report.isDelivered()
          && report.disposition() == (isEnforced ? Disposition.ENFORCE : Disposition.REPORTING)
          && ReportInvariants.directionOf(report.type()).contains(direction())
          && report.reporter().url().equals(page.url());
    }
  }

  private static Invariant of(Purpose purpose, String id, String statement) {
    SortedSet<StepKind> kinds =
        TreeSet.of(StepKind.REPORT_ENDPOINT)
            .addAll(purpose.isEnforced ? Vector.empty() : Vector.of(StepKind.REPORT_ONLY));
    return new Invariant(
        "report-monitors-" + purpose.step.replace('.', '-'),
        id,
        statement,
        ReportInvariants.DESIGN,
        Sight.STEP,
        kinds,
        moment ->
            purpose
                .applies(moment)
                .filter(parting -> !purpose.isTold(moment, parting))
                .map(
                    parting ->
                        new Violation(
                            "if a script of %s now uses %s, %s is not told"
                                .formatted(
                                    purpose.by(parting),
                                    purpose.touched(parting),
                                    purpose.told(moment.world(), parting).url()),
                            Vector.of(parting.window(), parting.opener()))),
        "a window shows a document that parts it%s from its opener, and the page that is to be told"
                .formatted(purpose.isEnforced ? "" : ", or would,")
            + " names an endpoint",
        moment -> purpose.applies(moment).isDefined());
  }

  public static final Invariant STEP_4_1 =
      of(
          new Purpose("4.1", true, false, false),
          "S004-4.1",
          "When a document with an endpoint is cut off from its opener, it is told if it then tries"
              + " to use its opener.");

  public static final Invariant STEP_4_2 =
      of(
          new Purpose("4.2", true, true, false),
          "S004-4.2",
          "When a document with an endpoint is cut off from its opener, it is told if its opener then"
              + " uses the window that was left behind.");

  public static final Invariant STEP_5_1 =
      of(
          new Purpose("5.1", true, true, true),
          "S004-5.1",
          "When a window is cut off from an opener with an endpoint, the opener is told if it then"
              + " uses the window that was left behind.");

  public static final Invariant STEP_5_2 =
      of(
          new Purpose("5.2", true, false, true),
          "S004-5.2",
          "When a window is cut off from an opener with an endpoint, the opener is told if the window"
              + " then tries to use it.");

  public static final Invariant STEP_2_1 =
      of(
          new Purpose("2.1", false, false, false),
          "S004-2.1",
          "When a document with a report-only endpoint would be cut off from its opener, it is told if"
              + " it then uses its opener.");

  public static final Invariant STEP_2_2 =
      of(
          new Purpose("2.2", false, true, false),
          "S004-2.2",
          "When a document with a report-only endpoint would be cut off from its opener, it is told if"
              + " its opener then uses it.");

  public static final Invariant STEP_3_1 =
      of(
          new Purpose("3.1", false, true, true),
          "S004-3.1",
          "When a window would be cut off from an opener with a report-only endpoint, the opener is"
              + " told if it then uses the window.");

  public static final Invariant STEP_3_2 =
      of(
          new Purpose("3.2", false, false, true),
          "S004-3.2",
          "When a window would be cut off from an opener with a report-only endpoint, the opener is"
              + " told if the window then uses it.");
}
