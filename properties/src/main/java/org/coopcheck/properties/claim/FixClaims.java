package org.coopcheck.properties.claim;

import static org.coopcheck.properties.claim.Properties.always;
import static org.coopcheck.properties.claim.Properties.never;

import io.vavr.Function3;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.claim.Properties.Case;
import org.coopcheck.properties.claim.Properties.Heading;
import org.coopcheck.properties.claim.Situations.Opening;
import org.coopcheck.properties.claim.Uses.Use;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Requests;
import org.coopcheck.properties.invariant.Rerun;
import org.coopcheck.properties.invariant.Sight;

/** What the rollout guide claims of reports: what they find, and what mends it. */
final class FixClaims {
  private static final Vector<ReportType> WITH_AN_OPENEE =
      Vector.of(
          ReportType.ACCESS_FROM_COOP_PAGE_TO_OPENEE, ReportType.ACCESS_TO_COOP_PAGE_FROM_OPENEE);
  private static final Vector<ReportType> WITH_AN_OPENER =
      Vector.of(
          ReportType.ACCESS_FROM_COOP_PAGE_TO_OPENER, ReportType.ACCESS_TO_COOP_PAGE_FROM_OPENER);
  private static final Vector<ReportType> WITH_ANOTHER =
      Vector.of(
          ReportType.ACCESS_FROM_COOP_PAGE_TO_OTHER, ReportType.ACCESS_TO_COOP_PAGE_FROM_OTHER);

  private FixClaims() {}

  private static Heading heading(String id, String name, String statement) {
    return new Heading(Seed.S003, id, name, statement);
  }

  // C58, C59, C60.

  /** Whether a use that was reported to the page counts, given the run in which it is mended. */
  private interface Condition extends Function3<Use, Document, World, Boolean> {
    long serialVersionUID = 1L;
  }

  private static final Condition EVERY_ONE = (use, page, mended) -> true;

  /** Reported uses, and whether they work if all is enforced, and the page that is told is mended. */
  private static Vector<Case> mended(
      Moment moment, Vector<ReportType> types, String value, Condition condition) {
    return Uses.uses(moment)
        .flatMap(
            use ->
                moment
                    .reports()
                    .filter(report -> report.isDelivered() && types.contains(report.type()))
                    .flatMap(use::told)
                    .filter(FixClaims::triesAStrictPolicy)
                    .flatMap(page -> mended(use, page, value, condition)));
  }

  private static Option<Case> mended(Use use, Document page, String value, Condition condition) {
    return use.run()
        .map(run -> run.with(Uses.enforcedBut(page, value)).world())
        .filter(world -> condition.apply(use, page, world))
        .map(world -> use.so(use.worksIn(world)));
  }

  private static Document other(Use use, Document page) {
    return use.page().id().equals(page.id()) ? use.otherPage() : use.page();
  }

  private static Invariant mends(
      String id,
      String name,
      String statement,
      Vector<ReportType> types,
      String value,
      Condition condition) {
    return always(
        heading(id, name, statement),
        Sight.STEP,
        moment -> mended(moment, types, value, condition),
        "the access is reported, and blocked even so",
        "such an access is reported");
  }

  static final Invariant SOAP_MENDS_OPENEES =
      mends(
          "C58",
          "allow-popups-mends-accesses-with-openees",
          "If an access with an openee is reported to a page that tries same-origin, it works"
              + " where all report-only policies"
              + " are enforced and the page has same-origin-allow-popups.",
          WITH_AN_OPENEE,
          "same-origin-allow-popups",
          EVERY_ONE);

  static final Invariant SOAP_MENDS_PLAIN_OPENEES =
      mends(
          "C58",
          "allow-popups-mends-accesses-with-plain-openees",
          "The same, if every response of the openee has unsafe-none when all is enforced.",
          WITH_AN_OPENEE,
          "same-origin-allow-popups",
          (use, page, world) ->
              use.chain(other(use, page)).forAll(response -> Uses.isPlain(response.headers())));

  static final Invariant UN_MENDS_OPENERS =
      mends(
          "C59",
          "unsafe-none-mends-accesses-with-openers",
          "If an access with its opener is reported to a page that tries same-origin, it works"
              + " where all report-only policies"
              + " are enforced and the page has unsafe-none.",
          WITH_AN_OPENER,
          "unsafe-none",
          EVERY_ONE);

  static final Invariant UN_MENDS_LOOSE_OPENERS =
      mends(
          "C59",
          "unsafe-none-mends-accesses-with-loose-openers",
          "The same, if the opener does not have same-origin when all is enforced.",
          WITH_AN_OPENER,
          "unsafe-none",
          (use, page, world) ->
              !Situations.isStrict(
                  world
                      .topLevelDocument(
                          world.activeDocument(use.world().navigableOf(other(use, page))))
                      .openerPolicy()
                      .value()));

  static final Invariant UN_MENDS_OTHERS =
      mends(
          "C60",
          "unsafe-none-mends-accesses-with-others",
          "If an access with a window that is neither opener nor openee is reported to a page, it"
              + " works where all report-only policies are enforced and the page has unsafe-none.",
          WITH_ANOTHER,
          "unsafe-none",
          EVERY_ONE);

  static final Invariant UN_MENDS_PLAIN_OTHERS =
      mends(
          "C60",
          "unsafe-none-mends-accesses-with-plain-others",
          "The same, if all pages have unsafe-none when all is enforced.",
          WITH_ANOTHER,
          "unsafe-none",
          (use, page, world) ->
              world
                  .topLevelDocuments()
                  .forAll(each -> each.openerPolicy().value() == OpenerPolicyValue.UNSAFE_NONE));

  // C61.

  private static boolean triesAStrictPolicy(Document page) {
    return Situations.isStrict(page.openerPolicy().reportOnlyValue())
        && page.openerPolicy().reportOnlyReportingEndpoint().isDefined();
  }

  static final Invariant FRAMES_BREAK_WITH_A_REPORT =
      never(
          heading(
              "C61",
              "frames-break-with-a-report",
              "If a cross-origin frame of a page with report-only same-origin and an endpoint"
                  + " uses a"
                  + " window, and could not if all were enforced, something is reported."),
          Sight.STEP,
          moment ->
              Uses.uses(moment)
                  .filter(use -> use.isByAStranger() && triesAStrictPolicy(use.page()))
                  .flatMap(
                      use ->
                          use.run()
                              .map(
                                  run ->
                                      use.so(
                                          isSilent(run, moment)
                                              && !use.worksIn(run.enforced().world())))),
          "nothing is reported, and the access would be blocked");

  private static boolean isSilent(Rerun run, Moment moment) {
    return moment.reports().isEmpty()
        && run.with(response -> response.headers()).reports().isEmpty();
  }

  // C63.

  private static boolean hasNoEndpoint(Document document) {
    return document.openerPolicy().reportingEndpoint().isEmpty()
        && document.openerPolicy().reportOnlyReportingEndpoint().isEmpty();
  }

  private static boolean redirectsWithAReportOnlyPolicy(Vector<Response.Answered> chain) {
    return chain
        .dropRight(1)
        .exists(
            response ->
                Situations.asked(response.headers()).equals("unsafe-none")
                    && !Uses.isPlain(response.headers()));
  }

  static final Invariant A_REDIRECT_CUTS_WITHOUT_ACCESS_REPORTS =
      always(
          heading(
              "C63",
              "a-redirect-cuts-without-access-reports",
              "If two pages without endpoints use each other, and could not if the policy of a"
                  + " redirect between them were enforced, no access is reported."),
          Sight.STEP,
          moment ->
              Uses.uses(moment)
                  .filter(use -> hasNoEndpoint(use.page()) && hasNoEndpoint(use.otherPage()))
                  .filter(
                      use ->
                          Vector.of(use.page(), use.otherPage())
                              .exists(each -> redirectsWithAReportOnlyPolicy(use.chain(each))))
                  .filter(use -> use.run().exists(run -> !use.worksIn(run.enforced().world())))
                  .map(use -> use.so(moment.reports().isEmpty())),
          "the access is reported",
          "two such pages use each other");

  static final Invariant A_REDIRECT_CUTS_WITHOUT_REPORTS =
      always(
          heading(
              "C63",
              "a-redirect-cuts-without-reports",
              "If a page opens a popup, neither has an endpoint, and a redirect between them"
                  + " would cut"
                  + " the popup off if its policy were enforced, nothing is reported."),
          Sight.STEP,
          moment ->
              Situations.loadedOpenings(moment)
                  .filter(each -> !each.isByAStranger() && each.isConnected())
                  .filter(each -> hasNoEndpoint(each.page()) && hasNoEndpoint(each.popup()))
                  .filter(each -> redirectsWithAReportOnlyPolicy(Requests.responses(moment)))
                  .filter(FixClaims::wouldBeCutOff)
                  .map(each -> each.so(moment.reports().isEmpty())),
          "something is reported",
          "a page opens such a popup");

  private static boolean wouldBeCutOff(Opening each) {
    var world = each.moment().world();
    return Rerun.of(each.moment())
        .map(run -> run.enforced().world())
        .exists(
            enforced ->
                !Situations.handleWorks(
                    enforced,
                    enforced.activeDocument(world.navigableOf(each.by())),
                    enforced.activeDocument(world.navigableOf(each.popup()))));
  }

  // C65.

  private static Vector<Opening> refusedIfEnforced(Moment moment) {
    return Situations.loadedOpenings(moment)
        .filter(each -> !each.by().activeSandboxingFlags().isEmpty())
        .filter(
            each ->
                Rerun.of(moment)
                    .map(run -> run.enforced().world())
                    .map(
                        enforced ->
                            enforced.activeDocument(moment.world().navigableOf(each.popup())))
                    .exists(popup -> popup.error().contains(LoadError.COOP_SANDBOX)));
  }

  static final Invariant A_REFUSAL_IS_NOT_REPORTED =
      always(
          heading(
              "C65",
              "a-refusal-is-not-reported",
              "If a sandboxed document opens a page that would be refused if its policy were"
                  + " enforced,"
                  + " nothing is reported."),
          Sight.STEP,
          moment -> refusedIfEnforced(moment).map(each -> each.so(moment.reports().isEmpty())),
          "something is reported",
          "a sandboxed document opens such a page");

  static final Invariant A_REFUSAL_LEAVES_NO_ACCESS_REPORT =
      always(
          heading(
              "C65",
              "a-refusal-leaves-no-access-report",
              "If it is cross-origin with its page and then uses the window, no access is"
                  + " reported."),
          Sight.STEP,
          moment ->
              refusedIfEnforced(moment)
                  .filter(each -> each.isConnected() && each.isByAStranger())
                  .map(
                      each ->
                          each.so(
                              moment
                                  .reportsOfUsing(
                                      moment.world().navigableOf(each.popup()),
                                      moment.world().navigableOf(each.by()))
                                  .isEmpty())),
          "the access is reported",
          "such a sandboxed document opens such a page");

  // C71.

  private static boolean isOneSite(Document one, Document other) {
    return Situations.isSameOrigin(one, other)
        && triesAStrictPolicy(one)
        && triesAStrictPolicy(other)
        && one.openerPolicy().reportOnlyValue() == other.openerPolicy().reportOnlyValue();
  }

  static final Invariant SAME_ORIGIN_POPUPS_ARE_SILENT =
      always(
          heading(
              "C71",
              "same-origin-popups-are-silent",
              "If two same-origin pages have the same report-only policy, and the one was opened by"
                  + " the other, then neither that nor their use of each other is reported."),
          Sight.STEP,
          moment ->
              Uses.uses(moment)
                  .filter(use -> isOneSite(use.page(), use.otherPage()))
                  .filter(use -> !use.isByAStranger() && isOpenedByTheOther(use))
                  .map(use -> use.so(moment.reports().isEmpty()))
                  .appendAll(
                      Situations.loadedOpenings(moment)
                          .filter(each -> !each.isByAStranger() && each.isConnected())
                          .filter(each -> isOneSite(each.page(), each.popup()))
                          .map(each -> each.so(moment.reports().isEmpty()))),
          "something is reported",
          "such a page opens another");

  private static boolean isOpenedByTheOther(Use use) {
    var world = use.world();
    var one = world.browsingContext(use.page().browsingContext());
    var other = world.browsingContext(use.otherPage().browsingContext());
    return one.creator().contains(other.id()) || other.creator().contains(one.id());
  }
}
