package org.coopcheck.properties.claim;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.REPORT_ONLY;
import static org.coopcheck.properties.bound.StepKind.TRAVERSE;
import static org.coopcheck.properties.claim.Ledger.claim;
import static org.coopcheck.properties.claim.Ledger.on;
import static org.coopcheck.properties.claim.Properties.always;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.claim.Claim.Entry;
import org.coopcheck.properties.claim.Properties.Case;
import org.coopcheck.properties.claim.Properties.Heading;
import org.coopcheck.properties.claim.Situations.Opening;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Pair;
import org.coopcheck.properties.invariant.ReportOnlyInvariants;
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
                          Situations.responses(moment)
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

  private static Vector<Entry> reports(Expected expected) {
    return on("html").isNotModelledYet(expected, "reports");
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
              reports(Expected.HOLDS)),
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
              reports(Expected.VIOLATED),
              reports(Expected.HOLDS)),
          claim(
              "C74",
              "S004",
              "Monitor steps 4.1, 4.2 and 5.1 catch: page to its opener, old group to page, page to"
                  + " window it opened.",
              "Each such access informs the right page.",
              reports(Expected.HOLDS)),
          claim(
              "C75",
              "S004",
              "Report-only steps 2.1, 2.2, 3.1 and 3.2 catch the four directions.",
              "The same for report-only, for pairs of opener and openee.",
              reports(Expected.HOLDS)),
          claim(
              "C76",
              "S004",
              "Virtual browsing context group ids show which windows would share a group if COOP"
                  + " were"
                  + " enforced.",
              "The virtual groups of the report-only run are the groups of the enforced run.",
              reports(Expected.VIOLATED),
              reports(Expected.HOLDS)),
          claim(
              "C77",
              "S004",
              "A switch is reported only if the group has more than one top-level context.",
              "A report means more than one top-level browsing context.",
              reports(Expected.HOLDS)),
          claim(
              "C78",
              "S004",
              "The same report-only policy on all pages of a site gives no navigation reports"
                  + " between"
                  + " them.",
              "Same report-only value and origin: no report; not so across origins.",
              reports(Expected.HOLDS),
              reports(Expected.VIOLATED)),
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
              reports(Expected.VIOLATED)),
          claim(
              "C80",
              "S004",
              "No report is caused by popups of cross-origin frames or by forced noopener.",
              "No report whose cause is the frame's open().",
              reports(Expected.HOLDS)),
          claim(
              "C81",
              "S004",
              "Redirect responses with an endpoint that cause a switch get a report with their"
                  + " URL.",
              "A hop that switches reports its own URL.",
              reports(Expected.HOLDS)),
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
              reports(Expected.HOLDS)),
          claim(
              "C84",
              "S004",
              "The openee's initial navigation URL may always be reported since the COOP page"
                  + " started"
                  + " it.",
              "The URL was requested by the page's origin; not so if a cross-origin frame did.",
              reports(Expected.VIOLATED),
              reports(Expected.HOLDS)),
          claim(
              "C85",
              "S004",
              "Accesses by cross-origin frames are not in reports to the top page's endpoint.",
              "No report of an access from a document that is cross-origin with its page.",
              reports(Expected.HOLDS)),
          claim(
              "C86",
              "S004",
              "The effective policy can be plus-coep though no header value says so.",
              "Such a report is reachable.",
              reports(Expected.PERMITTED)),
          claim(
              "C87",
              "S004",
              "Keeping monitors over a same-origin navigation with equal COOP catches accesses that"
                  + " happen on the second page.",
              "An access on the second page is reported.",
              reports(Expected.HOLDS)),
          claim(
              "C88",
              "S004",
              "Cross-origin subframes cannot find out that the parent's COOP broke them.",
              "No report to a frame's endpoint.",
              reports(Expected.HOLDS)),
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
