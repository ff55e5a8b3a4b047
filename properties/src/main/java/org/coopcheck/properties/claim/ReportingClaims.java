package org.coopcheck.properties.claim;

import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.bound.StepKind.ACCESS;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.NOOPENER;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.REPORT_ENDPOINT;
import static org.coopcheck.properties.bound.StepKind.REPORT_ONLY;
import static org.coopcheck.properties.bound.StepKind.TRAVERSE;
import static org.coopcheck.properties.claim.Ledger.claim;
import static org.coopcheck.properties.claim.Ledger.on;
import static org.coopcheck.properties.claim.Properties.always;
import static org.coopcheck.properties.claim.Properties.never;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Told;
import org.coopcheck.model.reporting.AccessReports;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.claim.Claim.Entry;
import org.coopcheck.properties.claim.Properties.Case;
import org.coopcheck.properties.claim.Properties.Heading;
import org.coopcheck.properties.claim.Situations.Opening;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.MonitorInvariants;
import org.coopcheck.properties.invariant.Pair;
import org.coopcheck.properties.invariant.ReportInvariants;
import org.coopcheck.properties.invariant.ReportOnlyInvariants;
import org.coopcheck.properties.invariant.Requests;
import org.coopcheck.properties.invariant.Sight;

/** The claims of the reporting explainer, and the assumptions of all documents. */
final class ReportingClaims {
  private ReportingClaims() {}

  private static Heading heading(String id, String name, String statement) {
    return new Heading(Seed.S004, id, name, statement);
  }

  private static final Invariant REPORT_ONLY_WITH_COEP =
      always(
          heading(
              "C72",
              "report-only-same-origin-with-coep-is-plus-coep",
              "A document whose response had same-origin in the report-only header and a compatible"
                  + " COEP, report-only or not, has the report-only value same-origin-plus-coep."),
          Sight.STEP,
          moment ->
              Situations.openings(moment)
                  .filter(
                      each ->
                          Requests.responses(moment)
                              .lastOption()
                              .exists(response -> asksForBoth(response.headers())))
                  .map(
                      each ->
                          each.so(
                              each.popup().openerPolicy().reportOnlyValue()
                                  == SAME_ORIGIN_PLUS_COEP)),
          "it has another report-only value",
          "a popup shows such a response");

  private static boolean asksForBoth(HeaderList headers) {
    return headers.get("Cross-Origin-Opener-Policy-Report-Only").contains("same-origin")
        && (headers.contains("Cross-Origin-Embedder-Policy")
            || headers.contains("Cross-Origin-Embedder-Policy-Report-Only"));
  }

  private static final Invariant OWN_POPUPS_INHERIT =
      always(
          heading(
              "C79",
              "popups-of-the-pages-origin-inherit-its-policy",
              "The initial about:blank of a popup that a document of its page's origin opens has"
                  + " the"
                  + " page's opener policy."),
          Sight.STEP,
          moment ->
              Situations.openings(moment)
                  .filter(each -> !each.isByAStranger() && each.isInitial())
                  .filter(Opening::isConnected)
                  .map(
                      each ->
                          each.so(each.popup().openerPolicy().equals(each.page().openerPolicy()))),
          "it has another policy",
          "a document of its page's origin opens an empty popup");

  /** A window that is alone in its group and leaves it. */
  private static Vector<Case> lonelySwitches(Moment moment) {
    return lonely(moment, true)
        .map(
            each ->
                Case.of(
                    access(moment.world(), moment).equals(access(each.without(), moment)),
                    each.shown()));
  }

  /**
   * A window that was alone in its group and has left it.
   *
   * @param window the window
   * @param shown its document
   * @param without the world in which it has not left
   */
  private record Lonely(NavigableId window, Document shown, World without) {}

  private static Vector<Lonely> lonely(Moment moment, boolean amongOthers) {
    if (!(moment.action() instanceof Action.Navigate(var window, var by, var url))) {
      return Vector.empty();
    }
    var before = moment.before();
    if (!before.hasNavigable(window)) return Vector.empty();
    var group = before.groupOf(before.activeDocument(window));
    var shown = moment.world().activeDocument(window);
    boolean isMeant =
        before.browsingContextSet(group.id()).size() == 1
            && (before.topLevelTraversables().size() > 1 || !amongOthers)
            && !moment.world().groupOf(shown).id().equals(group.id());
    if (!isMeant) return Vector.empty();
    var without =
        Interpreter.step(
                before,
                moment.server(),
                moment.action(),
                Rules.unheard(
                    moment.variant().withGroupDecision(given -> Swap.NONE), moment.capabilities()))
            .world();
    return Vector.of(new Lonely(window, shown, without));
  }

  /** What comes after such a switch: the page opens a window, and the user goes back. */
  private static Vector<Case> laterThan(Moment moment) {
    return lonely(moment, false)
        .map(
            switched -> {
              var with = openedAndGoneBack(moment, moment.world(), switched.window());
              var without = openedAndGoneBack(moment, switched.without(), switched.window());
              return Case.of(
                  access(with, moment).equals(access(without, moment)), switched.shown());
            });
  }

  private static World openedAndGoneBack(Moment moment, World world, NavigableId window) {
    var later = new NavigableId("later");
    var rules = Rules.unheard(moment.variant(), moment.capabilities());
    return Vector.of(
            new Action.OpenWindow(later, window, Option.none(), "_blank", ""),
            new Action.Traverse(window, -1))
        .foldLeft(
            world,
            (each, action) -> Interpreter.step(each, moment.server(), action, rules).world());
  }

  private static Vector<NavigableId> access(World world, Moment moment) {
    return Pair.reachingIn(
            new Moment(
                moment.before(),
                moment.server(),
                moment.action(),
                world,
                moment.variant(),
                moment.capabilities()))
        .flatMap(pair -> pair.both().map(world::navigableOf));
  }

  private static final Invariant A_LONELY_SWITCH_CUTS_NOTHING =
      always(
          heading(
              "C89",
              "a-switch-of-a-window-that-is-alone-cuts-nothing",
              "A window that is alone in its group and switches can be reached by, and reach, the"
                  + " same"
                  + " windows as if it had not."),
          Sight.STEP,
          ReportingClaims::lonelySwitches,
          "somebody reaches what nobody would, or the other way round",
          "a window that is alone in its group switches while there are others");

  private static final Invariant A_LONELY_SWITCH_CUTS_NOTHING_LATER =
      always(
          heading(
              "C89",
              "a-switch-of-a-window-that-is-alone-cuts-nothing-later",
              "The same, if its page then opens a window and the user goes back."),
          Sight.STEP,
          ReportingClaims::laterThan,
          "later somebody reaches what nobody would, or the other way round",
          "a window that is alone in its group switches");

  // Reports.

  private static final String DESIGN = "html,reporting=explainer";
  private static final String MENDED_DESIGN = "html,reporting=explainer,report-monitor-5-2=opener";
  private static final String TEXT = "html,reporting=standard";

  private static Vector<Report> navigationReports(Moment moment) {
    return moment.reports().reject(report -> report.type().isOfAnAccess());
  }

  private static final Invariant EQUAL_VALUES_ARE_SILENT =
      always(
          heading(
              "C78",
              "equal-report-only-values-are-silent",
              "No navigation between documents with the same report-only value is reported, of"
                  + " whatever origins."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .filter(each -> !each.isByAStranger() && each.isConnected())
                  .filter(each -> tries(each.page()) && tries(each.popup()))
                  .filter(
                      each ->
                          each.page().openerPolicy().reportOnlyValue()
                              == each.popup().openerPolicy().reportOnlyValue())
                  .map(each -> each.so(navigationReports(moment).isEmpty())),
          "it is reported",
          "a page opens such a popup");

  private static boolean tries(Document page) {
    return page.openerPolicy().value() == UNSAFE_NONE
        && page.openerPolicy().reportOnlyValue() != UNSAFE_NONE;
  }

  private static final Invariant THE_OPENER_STANDS_IN =
      always(
          heading(
              "C79",
              "the-opener-stands-in-for-the-initial-document",
              "If a page opens a popup of its origin and a report tells the response the URL of the"
                  + " document before, that is the page's URL."),
          Sight.STEP,
          moment ->
              Situations.openings(moment)
                  .filter(each -> !each.isByAStranger() && !each.isInitial())
                  .filter(each -> Requests.responses(moment).size() == 1)
                  .flatMap(
                      each ->
                          navigationReports(moment)
                              .flatMap(Report::told)
                              .filter(told -> told.role() == Told.Role.PREVIOUS)
                              .flatMap(Told::url)
                              .map(url -> each.so(url.equals(each.page().url())))),
          "it is another URL",
          "a page opens a popup and the response is told the URL of the document before");

  private static Vector<Opening> byStrangers(Moment moment) {
    return Situations.openings(moment).filter(Opening::isByAStranger);
  }

  private static final Invariant FORCED_NOOPENER_IS_SILENT =
      always(
          heading(
              "C80",
              "a-forced-noopener-is-silent",
              "A popup that has no opener because of the policy of the page whose cross-origin frame"
                  + " opens it makes no report."),
          Sight.STEP,
          moment ->
              byStrangers(moment)
                  .filter(each -> Situations.isStrict(each.policy()))
                  .map(each -> each.so(moment.reports().isEmpty())),
          "something is reported",
          "a cross-origin frame of a same-origin page opens a popup");

  private static final Invariant STRANGERS_POPUPS_ARE_TOLD_OF_THEMSELVES =
      always(
          heading(
              "C80",
              "popups-of-cross-origin-frames-are-told-of-themselves",
              "If a cross-origin frame opens a popup, only responses of the popup are told of it."),
          Sight.STEP,
          moment ->
              byStrangers(moment)
                  .map(
                      each ->
                          each.so(
                              moment
                                  .reports()
                                  .forAll(
                                      report ->
                                          Requests.responses(moment)
                                              .exists(
                                                  response ->
                                                      response
                                                          .url()
                                                          .equals(report.reporter().url()))))),
          "somebody else is told",
          "a cross-origin frame opens a popup");

  private static final Invariant STRANGERS_POPUPS_ARE_SILENT =
      always(
          heading(
              "C80",
              "popups-of-cross-origin-frames-are-silent",
              "A popup that a cross-origin frame opens makes no report."),
          Sight.STEP,
          moment -> byStrangers(moment).map(each -> each.so(moment.reports().isEmpty())),
          "something is reported",
          "a cross-origin frame opens a popup");

  private static final Invariant INITIAL_URLS_WERE_ASKED_FOR =
      always(
          heading(
              "C84",
              "initial-urls-were-asked-for-by-who-is-told",
              "If a report has the URL with which a window was opened, the origin of the page that is"
                  + " told had asked for it."),
          Sight.STEP,
          moment ->
              Uses.uses(moment)
                  .flatMap(
                      use ->
                          moment
                              .reports()
                              .filter(Report::isDelivered)
                              .flatMap(report -> initialUrls(moment, report, use))),
          "another origin had",
          "a report has such a URL");

  private static Vector<Case> initialUrls(Moment moment, Report report, Uses.Use use) {
    return report
        .told()
        .filter(told -> told.role() == Told.Role.INITIAL)
        .flatMap(Told::url)
        .map(
            url ->
                use.so(ReportInvariants.mayHaveAskedFor(moment, report.reporter().origin(), url)));
  }

  private static final Invariant STRANGERS_ACCESSES_ARE_SILENT =
      always(
          heading(
              "C85",
              "accesses-by-cross-origin-frames-are-silent",
              "No access by a document that is cross-origin with its page is reported to anybody."),
          Sight.STEP,
          moment ->
              Uses.uses(moment)
                  .filter(Uses.Use::isByAStranger)
                  .map(use -> use.so(moment.reports().isEmpty())),
          "it is reported",
          "such a document uses a window");

  private static final Invariant NO_REPORT_OF_PLUS_COEP =
      never(
          heading(
              "C86",
              "no-report-of-plus-coep",
              "No report has the effective policy same-origin-plus-coep."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .flatMap(
                      each ->
                          moment
                              .reports()
                              .filter(Report::isDelivered)
                              .map(
                                  report ->
                                      each.so(effectivePolicy(report) == SAME_ORIGIN_PLUS_COEP))),
          "a report has it");

  private static OpenerPolicyValue effectivePolicy(Report report) {
    var policy = report.reporter().openerPolicy();
    return switch (report.disposition()) {
      case ENFORCE -> policy.value();
      case REPORTING -> policy.reportOnlyValue();
    };
  }

  /** A window goes on to a document of the same origin with the same policy. */
  private static Vector<Document> secondPages(Moment moment) {
    if (!(moment.action() instanceof Action.Navigate(var window, var by, var url))
        || !moment.before().hasNavigable(window)) {
      return Vector.empty();
    }
    var left = moment.before().activeDocument(window);
    var shown = moment.world().activeDocument(window);
    boolean isSecond =
        !left.id().equals(shown.id())
            && !left.isInitialAboutBlank()
            && left.origin().isSameOriginWith(shown.origin())
            && left.openerPolicy().equals(shown.openerPolicy());
    return isSecond ? Vector.of(shown) : Vector.empty();
  }

  private static final Invariant SECOND_PAGES_ARE_TOLD =
      always(
          heading(
              "C87",
              "a-second-page-is-told-what-the-first-was",
              "If an access would be reported to a page, it would be after a navigation to a page of"
                  + " its origin with the same policy, if it is still possible."),
          Sight.STEP,
          moment ->
              secondPages(moment)
                  .flatMap(
                      page ->
                          Pair.of(moment.world().topLevelDocuments())
                              .flatMap(pair -> Vector.of(pair, pair.turned()))
                              .flatMap(pair -> toldAgain(moment, page, pair))),
          "it would not be any more",
          "such a navigation, where an access would be reported");

  private static Vector<Case> toldAgain(Moment moment, Document page, Pair pair) {
    var by = moment.world().navigableOf(pair.first());
    var used = moment.world().navigableOf(pair.second());
    boolean isPossible =
        Access.handleOn(moment.world(), pair.first(), used).isDefined()
            || AccessReports.isCutOffFrom(moment.world(), pair.first(), used);
    if (!isPossible) return Vector.empty();
    var now = types(moment, used, by, page);
    return types(moment.beforeTheStep(), used, by, page)
        .map(type -> Case.of(now.contains(type), pair));
  }

  private static Vector<ReportType> types(
      Moment moment, NavigableId used, NavigableId by, Document page) {
    if (!moment.world().hasNavigable(used) || !moment.world().hasNavigable(by)) {
      return Vector.empty();
    }
    return moment
        .reportsOfUsing(used, by)
        .filter(report -> report.isDelivered() && report.reporter().url().equals(page.url()))
        .map(Report::type);
  }

  /** Pages that are plain, or have or try same-origin; all name endpoints, but for a plain one. */
  private static Ledger.On reported(String variants, int steps, StepKind... kinds) {
    return on(variants)
        .only(kinds)
        .with(OPEN, REPORT_ONLY, REPORT_ENDPOINT)
        .within(
            bound ->
                bound
                    .withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN))
                    .withFrames(Vector.of(kinds).contains(IFRAME) ? 1 : 0)
                    .withSteps(Option.some(steps)));
  }

  private static Ledger.On withARedirect(Ledger.On on) {
    return on.within(bound -> bound.withRedirects(1));
  }

  private static Vector<Entry> assumption(String why) {
    return on("html").isNotModelledYet(Expected.ASSUMPTION, why);
  }

  static final Vector<Claim> CLAIMS =
      Vector.of(
          claim(
              "C71",
              "S003",
              "Report data cannot reveal the use of same-origin popups.",
              "Two same-origin pages with report-only same-origin, a popup that is used, no"
                  + " report.",
              reported("html", 3, ACCESS).holds(FixClaims.SAME_ORIGIN_POPUPS_ARE_SILENT)),
          claim(
              "C72",
              "S004",
              "same-origin in the report-only header and COEP, report-only or not, give the"
                  + " report-only value plus-coep.",
              REPORT_ONLY_WITH_COEP.statement(),
              on("html").only(OPEN, NAVIGATE, REPORT_ONLY).holds(REPORT_ONLY_WITH_COEP)),
          claim(
              "C73",
              "S004",
              "Monitor step 5.2 catches accesses made to a COOP page by a window it opened.",
              "Such an access informs the opener page, which the text as written does not.",
              reported(DESIGN, 2).isViolated(MonitorInvariants.STEP_5_2),
              reported(MENDED_DESIGN, 2).holds(MonitorInvariants.STEP_5_2)),
          claim(
              "C74",
              "S004",
              "Monitor steps 4.1, 4.2 and 5.1 catch: page to its opener, old group to page, page to"
                  + " window it opened.",
              "Each such access informs the right page.",
              reported(DESIGN, 2).holds(MonitorInvariants.STEP_4_1),
              reported(DESIGN, 2).holds(MonitorInvariants.STEP_4_2),
              reported(DESIGN, 2).holds(MonitorInvariants.STEP_5_1)),
          claim(
              "C75",
              "S004",
              "Report-only steps 2.1, 2.2, 3.1 and 3.2 catch the four directions.",
              "The same for report-only, for pairs of opener and openee.",
              reported(DESIGN, 2).holds(MonitorInvariants.STEP_2_1),
              reported(DESIGN, 2).holds(MonitorInvariants.STEP_2_2),
              reported(DESIGN, 2).holds(MonitorInvariants.STEP_3_1),
              reported(DESIGN, 2).holds(MonitorInvariants.STEP_3_2),
              reported(DESIGN, 3, NAVIGATE).holds(MonitorInvariants.STEP_2_1),
              reported(DESIGN, 3, NAVIGATE).holds(MonitorInvariants.STEP_2_2),
              reported(DESIGN, 3, NAVIGATE).holds(MonitorInvariants.STEP_3_1),
              reported(DESIGN, 3, NAVIGATE).holds(MonitorInvariants.STEP_3_2)),
          claim(
              "C76",
              "S004",
              "Virtual browsing context group ids show which windows would share a group if COOP"
                  + " were"
                  + " enforced.",
              "The virtual groups of the report-only run are the groups of the enforced run.",
              reported("html", 3, IFRAME)
                  .isViolated(ReportInvariants.VIRTUAL_GROUPS_ARE_THOSE_ENFORCED),
              reported("html", 3)
                  .within(bound -> bound.withWindows(3))
                  .holds(ReportInvariants.VIRTUAL_GROUPS_ARE_THOSE_ENFORCED)),
          claim(
              "C77",
              "S004",
              "A switch is reported only if the group has more than one top-level context.",
              "A report means more than one top-level browsing context.",
              reported("html", 3, NAVIGATE, NOOPENER).holds(ReportInvariants.NEEDS_COMPANY)),
          claim(
              "C78",
              "S004",
              "The same report-only policy on all pages of a site gives no navigation reports"
                  + " between"
                  + " them.",
              "Same report-only value and origin: no report; not so across origins.",
              reported("html", 3, NAVIGATE).holds(ReportInvariants.SAME_POLICY_IS_SILENT),
              reported("html", 2)
                  .within(bound -> bound.withValues(Vector.of(UNSAFE_NONE, NOOPENER_ALLOW_POPUPS)))
                  .holds(ReportInvariants.SAME_POLICY_IS_SILENT),
              reported("html", 3, NAVIGATE).isViolated(EQUAL_VALUES_ARE_SILENT)),
          claim(
              "C79",
              "S004",
              "Popups created by the page's origin inherit its policy; reports use the opener"
                  + " instead of"
                  + " about:blank.",
              OWN_POPUPS_INHERIT.statement(),
              on("html")
                  .with(REPORT_ONLY)
                  .only(OPEN, IFRAME, REPORT_ONLY)
                  .holds(OWN_POPUPS_INHERIT),
              reported("html", 2).holds(THE_OPENER_STANDS_IN),
              reported(DESIGN, 2).holds(THE_OPENER_STANDS_IN),
              reported(TEXT, 2).isViolated(THE_OPENER_STANDS_IN)),
          claim(
              "C80",
              "S004",
              "No report is caused by popups of cross-origin frames or by forced noopener.",
              "No report whose cause is the frame's open().",
              reported("html", 3, IFRAME).holds(FORCED_NOOPENER_IS_SILENT),
              reported("html", 3, IFRAME).holds(STRANGERS_POPUPS_ARE_TOLD_OF_THEMSELVES),
              reported("html", 3, IFRAME).isViolated(STRANGERS_POPUPS_ARE_SILENT)),
          claim(
              "C81",
              "S004",
              "Redirect responses with an endpoint that cause a switch get a report with their"
                  + " URL.",
              "A hop that switches reports its own URL.",
              withARedirect(reported("html", 2)).holds(ReportInvariants.HOPS_REPORT_THEMSELVES)),
          claim(
              "C82",
              "S004",
              "Report-only never changes behaviour.",
              "Invariant B7.",
              on("html").with(REPORT_ONLY).holds(ReportOnlyInvariants.REPORT_ONLY_IS_INERT)),
          claim(
              "C83",
              "S004",
              "Reported URLs reveal no more than the page would know.",
              "Every URL in a report was known to the page that it is sent for.",
              withARedirect(reported("html", 3, ACCESS)).holds(ReportInvariants.URLS_ARE_SAFE),
              withARedirect(reported(TEXT, 3, ACCESS)).holds(ReportInvariants.URLS_ARE_SAFE),
              reported("html", 4, ACCESS, IFRAME).holds(ReportInvariants.URLS_ARE_SAFE),
              reported(TEXT, 4, ACCESS, IFRAME).holds(ReportInvariants.URLS_ARE_SAFE),
              reported(DESIGN, 4, ACCESS, IFRAME).isViolated(ReportInvariants.URLS_ARE_SAFE)),
          claim(
              "C84",
              "S004",
              "The openee's initial navigation URL may always be reported since the COOP page"
                  + " started"
                  + " it.",
              "The URL was requested by the page's origin; not so if a cross-origin frame did.",
              reported(DESIGN, 4, ACCESS, IFRAME).isViolated(INITIAL_URLS_WERE_ASKED_FOR),
              reported("html", 4, ACCESS, IFRAME).holds(INITIAL_URLS_WERE_ASKED_FOR),
              reported(TEXT, 4, ACCESS, IFRAME).holds(INITIAL_URLS_WERE_ASKED_FOR)),
          claim(
              "C85",
              "S004",
              "Accesses by cross-origin frames are not in reports to the top page's endpoint.",
              "No report of an access from a document that is cross-origin with its page.",
              reported("html " + TEXT + " " + DESIGN, 4, ACCESS, IFRAME)
                  .holds(ReportInvariants.NO_ACCESS_OF_A_STRANGER),
              reported("html " + TEXT, 4, ACCESS, IFRAME).holds(STRANGERS_ACCESSES_ARE_SILENT),
              reported(DESIGN, 4, ACCESS, IFRAME).isViolated(STRANGERS_ACCESSES_ARE_SILENT)),
          claim(
              "C86",
              "S004",
              "The effective policy can be plus-coep though no header value says so.",
              "Such a report is reachable.",
              reported("html", 2)
                  .within(bound -> bound.withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN_PLUS_COEP)))
                  .isPermitted(NO_REPORT_OF_PLUS_COEP)),
          claim(
              "C87",
              "S004",
              "Keeping monitors over a same-origin navigation with equal COOP catches accesses that"
                  + " happen on the second page.",
              "An access on the second page is reported.",
              reported(DESIGN, 3, NAVIGATE).holds(SECOND_PAGES_ARE_TOLD)),
          claim(
              "C88",
              "S004",
              "Cross-origin subframes cannot find out that the parent's COOP broke them.",
              "No report to a frame's endpoint.",
              reported("html " + TEXT + " " + DESIGN, 4, ACCESS, IFRAME)
                  .holds(ReportInvariants.FRAMES_ARE_TOLD_NOTHING)),
          claim(
              "C89",
              "S004",
              "Only switches matter that cut a connection: with a single window in the group a"
                  + " switch"
                  + " has no effect.",
              A_LONELY_SWITCH_CUTS_NOTHING.statement()
                  + " Not so later: its page may open a window, and go back to a document that"
                  + " session history has kept.",
              on("html").holds(A_LONELY_SWITCH_CUTS_NOTHING),
              on("html,traversal=restore")
                  .with(TRAVERSE)
                  .isViolated(A_LONELY_SWITCH_CUTS_NOTHING_LATER),
              on("html").with(TRAVERSE).holds(A_LONELY_SWITCH_CUTS_NOTHING_LATER)),
          claim(
              "C90",
              "S001",
              "All major browsers support page isolation, not all out-of-process iframes.",
              "About browsers: the capabilities that claims are checked with.",
              assumption("about browsers")),
          claim(
              "C91",
              "S001 S002 S003",
              "Three properties suffice for nearly all uses; most popups start in frames; few"
                  + " reports"
                  + " are false.",
              "About what people do.",
              assumption("about use")));
}
