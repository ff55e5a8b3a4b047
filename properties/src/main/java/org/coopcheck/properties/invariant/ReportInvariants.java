package org.coopcheck.properties.invariant;

import io.vavr.Function1;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.report.Disposition;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Told;
import org.coopcheck.model.report.Told.Role;
import org.coopcheck.model.world.AccessMonitor.Direction;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;

/** What reports promise: to whom they are sent, when, and with what in them. */
public final class ReportInvariants {
  static final Source DESIGN =
      Source.of(
          "COOP reporting",
          "https://github.com/camillelamy/explainers/blob/main/coop_reporting.md");
  static final SortedSet<StepKind> ALL =
      TreeSet.of(StepKind.REPORT_ONLY, StepKind.REPORT_ENDPOINT, StepKind.ACCESS);
  private static final SortedSet<StepKind> OF_NAVIGATIONS =
      TreeSet.of(StepKind.REPORT_ONLY, StepKind.REPORT_ENDPOINT);

  private ReportInvariants() {}

  // URLs.

  /** SAFE. */
  public static final Invariant URLS_ARE_SAFE =
      new Invariant(
          "report-urls-are-safe",
          "SAFE",
          "No report has a URL of another origin than that of the document or response whose endpoint"
              + " it is sent to, except that document's own referrer, or a URL that its origin asked"
              + " for.",
          Source.html("browsers.html#coop-reporting"),
          Sight.STEP,
          ALL,
          moment ->
              moment
                  .reports()
                  .filter(Report::isDelivered)
                  .flatMap(
                      report ->
                          report
                              .told()
                              .filter(told -> !isKnown(moment, report, told))
                              .map(told -> violation(report, told)))
                  .headOption(),
          "a report has the URL of another document, or with which a window was opened",
          moment ->
              moment
                  .reports()
                  .exists(
                      report ->
                          report.isDelivered()
                              && report
                                  .told()
                                  .exists(
                                      told ->
                                          told.role() != Role.REFERRER
                                              && told.url().exists(Url::isHttp))));

  private static boolean isKnown(Moment moment, Report report, Told told) {
    if (told.role() == Role.REFERRER || told.url().isEmpty()) return true;
    var url = told.url().get();
    boolean isItsOwn =
        url.tupleOrigin().forAll(origin -> origin.isSameOriginWith(report.reporter().origin()));
    return isItsOwn
        || switch (told.role()) {
          case NEXT -> wasAskedForBy(moment, report, url);
          case INITIAL -> mayHaveAskedFor(moment, report.reporter().origin(), url);
          case PREVIOUS, OPENER, OPENEE, OTHER, REFERRER -> false;
        };
  }

  /** By a script of the origin, or by a redirect that is told. */
  private static boolean wasAskedForBy(Moment moment, Report report, Url url) {
    return Requests.asked(moment)
            .exists(
                asked ->
                    asked.origin().isSameOriginWith(report.reporter().origin())
                        && asked.url().withoutFragment().equals(url))
        || Requests.responses(moment)
            .exists(
                response ->
                    response.url().equals(report.reporter().url())
                        && response.locationUrl().map(Url::withoutFragment).contains(url));
  }

  /**
   * Whether a window's initial URL may have been asked for by the origin. NB: who opened a window that
   * has left is not known any more; then nothing is said against it.
   */
  public static boolean mayHaveAskedFor(Moment moment, Origin origin, Url initialUrl) {
    var opened =
        Vector.of(moment.before(), moment.world())
            .flatMap(world -> world.browsingContexts().values())
            .filter(each -> each.initialUrl().map(Url::withoutFragment).contains(initialUrl));
    return opened.isEmpty()
        || opened.flatMap(BrowsingContext::initialUrlRequester).exists(origin::isSameOriginWith);
  }

  private static Violation violation(Report report, Told told) {
    return new Violation(
        ("the endpoint of %s gets a report of type %s with the URL %s, which is of another origin and"
                + " was not asked for by its own")
            .formatted(report.reporter().url(), report.type(), told.url().get()),
        Vector.empty());
  }

  // Navigations.

  private static Vector<Report> navigationReports(Moment moment) {
    return moment.reports().reject(report -> report.type().isOfAnAccess());
  }

  /** The world before the window is navigated, in which it is there already. */
  private static Option<World> beforeTheNavigation(Moment moment, NavigableId window) {
    if (moment.before().hasNavigable(window)) return Option.some(moment.before());
    return moment.action() instanceof Action.OpenWindow open
        ? Option.some(moment.with(empty(open)).world()).filter(world -> world.hasNavigable(window))
        : Option.none();
  }

  private static Action.OpenWindow empty(Action.OpenWindow open) {
    return new Action.OpenWindow(
        open.opened(), open.by(), Option.none(), open.target(), open.features());
  }

  private static boolean hasCompany(World world, NavigableId window) {
    var group = world.groupOf(world.activeDocument(window)).coopGroup();
    return world
            .topLevelTraversables()
            .count(each -> world.groupOf(world.activeDocument(each.id())).coopGroup().equals(group))
        > 1;
  }

  /** C77. */
  public static final Invariant NEEDS_COMPANY =
      new Invariant(
          "report-needs-company",
          "C77",
          "If a navigation is reported, there was another window in the group, or COOP group, of the"
              + " window that is navigated.",
          Source.html("browsers.html#coop-enforce"),
          Sight.STEP,
          OF_NAVIGATIONS,
          moment ->
              navigationReports(moment)
                  .headOption()
                  .filter(
                      report ->
                          Requests.navigatedWindow(moment)
                              .forAll(
                                  window ->
                                      beforeTheNavigation(moment, window)
                                          .forAll(world -> !hasCompany(world, window))))
                  .filter(report -> moment.action().made().forAll(id -> isThere(moment, id)))
                  .map(
                      report ->
                          new Violation(
                              "%s is told of a navigation (%s), and the window was alone"
                                  .formatted(report.reporter().url(), report.type()),
                              Requests.navigatedWindow(moment).toVector())),
          "a navigation is reported",
          moment -> !navigationReports(moment).isEmpty());

  /** NB: a call that chose a window that is there made none; which one is not said by its label. */
  private static boolean isThere(Moment moment, NavigableId made) {
    return moment.world().hasNavigable(made);
  }

  /** A window goes from one document to another of its origin with the same report-only value. */
  private static Option<NavigableId> navigationBetweenEquals(Moment moment) {
    return Requests.navigatedWindow(moment)
        .filter(window -> Requests.responses(moment).size() == 1)
        .filter(
            window ->
                beforeTheNavigation(moment, window)
                    .filter(world -> hasCompany(world, window))
                    .map(world -> world.activeDocument(window))
                    .exists(left -> isEqual(left, moment.world().activeDocument(window))));
  }

  private static boolean isEqual(Document left, Document shown) {
    return shown.error().isEmpty()
        && left.origin().isSameOriginWith(shown.origin())
        && isReportOnly(left)
        && isReportOnly(shown)
        && left.openerPolicy().reportOnlyValue() == shown.openerPolicy().reportOnlyValue();
  }

  private static boolean isReportOnly(Document document) {
    return document.openerPolicy().value() == OpenerPolicyValue.UNSAFE_NONE
        && document.openerPolicy().reportOnlyValue() != OpenerPolicyValue.UNSAFE_NONE;
  }

  /** C78. */
  public static final Invariant SAME_POLICY_IS_SILENT =
      new Invariant(
          "report-same-policy-is-silent",
          "C78",
          "No navigation from one document to another of its origin with the same report-only value,"
              + " without redirects, is reported if neither enforces a policy.",
          DESIGN,
          Sight.STEP,
          OF_NAVIGATIONS,
          moment ->
              navigationBetweenEquals(moment)
                  .filter(window -> !navigationReports(moment).isEmpty())
                  .map(
                      window ->
                          new Violation(
                              "%s stays among documents of one origin and value, and %s is told"
                                  .formatted(
                                      window, navigationReports(moment).head().reporter().url()),
                              Vector.of(window))),
          "a window that is not alone goes to such a document",
          moment -> navigationBetweenEquals(moment).isDefined());

  /** What the step would do if its first response were no redirect. */
  private static Option<Moment> firstHopAlone(Moment moment) {
    return Option.when(
        Requests.responses(moment).size() > 1,
        () -> moment.with(new WithoutRedirects(moment.server())));
  }

  /** Servers that redirect to nowhere. */
  private record WithoutRedirects(Server server) implements Server {
    @Override
    public Exchange request(Url url) {
      var exchange = server.request(url);
      var response =
          switch (exchange.response()) {
            case Response.Answered answered ->
                answered.isRedirect()
                    ? new Response.Answered(url, 200, withoutLocation(answered.headers()))
                    : answered;
            case Response.NetworkError error -> error;
          };
      return new Exchange(response, new WithoutRedirects(exchange.server()));
    }

    private static HeaderList withoutLocation(HeaderList headers) {
      return headers.without("Location");
    }
  }

  /** The redirect that the step begins with, if it asks for a switch and names an endpoint. */
  private static Option<Document> switchingHop(Moment moment) {
    return firstHopAlone(moment)
        .flatMap(
            alone ->
                Requests.navigatedWindow(alone)
                    .filter(
                        window ->
                            beforeTheNavigation(moment, window)
                                .exists(
                                    before ->
                                        hasCompany(before, window)
                                            && hasSwitched(before, alone.world(), window)))
                    .map(window -> alone.world().activeDocument(window)))
        .filter(hop -> hop.error().isEmpty())
        .filter(
            hop ->
                hop.openerPolicy()
                    .reportingEndpoint()
                    .exists(hop.reportingEndpoints()::containsKey));
  }

  private static boolean hasSwitched(World before, World after, NavigableId window) {
    return !before
        .groupOf(before.activeDocument(window))
        .coopGroup()
        .equals(after.groupOf(after.activeDocument(window)).coopGroup());
  }

  /** C81. */
  public static final Invariant HOPS_REPORT_THEMSELVES =
      new Invariant(
          "report-hops-report-themselves",
          "C81",
          "A redirect that names an endpoint and asks for a switch is told of it, under its own URL.",
          Source.html("browsers.html#coop-violation-navigation-to"),
          Sight.STEP,
          OF_NAVIGATIONS,
          moment ->
              switchingHop(moment)
                  .filter(
                      hop ->
                          !moment
                              .reports()
                              .exists(
                                  report ->
                                      report.type() == ReportType.NAVIGATION_TO_RESPONSE
                                          && report.disposition() == Disposition.ENFORCE
                                          && report.isDelivered()
                                          && report.url().equals(hop.url())))
                  .map(
                      hop ->
                          new Violation(
                              "%s redirects and parts the window from its group, and is not told"
                                  .formatted(hop.url()),
                              Requests.navigatedWindow(moment).toVector())),
          "a window that is not alone is parted from its group by such a redirect",
          moment -> switchingHop(moment).isDefined());

  // Frames.

  /** A document of another origin than its page uses a window. */
  private static Option<Document> stranger(Moment moment) {
    return moment.action() instanceof Action.UseProperty use
            && moment.before().hasNavigable(use.by())
        ? Option.some(moment.before().activeDocument(use.by()))
            .filter(document -> !moment.before().isSameOriginWithItsTopLevel(document))
        : Option.none();
  }

  private static boolean isOfAnAccessBy(Report report) {
    return Direction.FROM == directionOf(report.type()).getOrNull();
  }

  /** Whose access it is that a report of this type tells of. */
  public static Option<Direction> directionOf(ReportType type) {
    return switch (type) {
      case ACCESS_FROM_COOP_PAGE_TO_OPENER,
          ACCESS_FROM_COOP_PAGE_TO_OPENEE,
          ACCESS_FROM_COOP_PAGE_TO_OTHER ->
          Option.some(Direction.FROM);
      case ACCESS_TO_COOP_PAGE_FROM_OPENER,
          ACCESS_TO_COOP_PAGE_FROM_OPENEE,
          ACCESS_TO_COOP_PAGE_FROM_OTHER ->
          Option.some(Direction.TO);
      case NAVIGATION_TO_RESPONSE, NAVIGATION_FROM_RESPONSE -> Option.none();
    };
  }

  private static boolean isApart(World world, NavigableId one, NavigableId other) {
    var mine = world.topLevelBrowsingContext(world.activeBrowsingContext(one));
    var theirs = world.topLevelBrowsingContext(world.activeBrowsingContext(other));
    return !mine.group().equals(theirs.group())
        || mine.virtualBrowsingContextGroupId() != theirs.virtualBrowsingContextGroupId();
  }

  /** C85. */
  public static final Invariant NO_ACCESS_OF_A_STRANGER =
      new Invariant(
          "report-no-access-of-a-stranger",
          "C85",
          "No report of an access from a page is of an access by a document that is cross-origin with"
              + " its top-level document.",
          Source.html("browsers.html#coop-check-access-report"),
          Sight.STEP,
          ALL.add(StepKind.IFRAME),
          moment ->
              stranger(moment)
                  .filter(by -> moment.reports().exists(ReportInvariants::isOfAnAccessBy))
                  .map(
                      by ->
                          new Violation(
                              "an access by %s, whose %s is cross-origin with its page, is told as one"
                                      .formatted(moment.before().navigableOf(by), by.origin())
                                  + " of the page",
                              Vector.of(moment.before().navigableOf(by)))),
          "such a document uses a window that would be in another group",
          moment ->
              stranger(moment).isDefined()
                  && moment.action()
                      instanceof
                      Action.UseProperty(var target, var by, var property, var set, var through)
                  && moment.before().hasNavigable(target)
                  && isApart(moment.before(), by, target));

  private static Vector<Document> strangers(World world) {
    return world
        .fullyActiveDocuments()
        .filter(document -> !world.isSameOriginWithItsTopLevel(document));
  }

  /** C88. */
  public static final Invariant FRAMES_ARE_TOLD_NOTHING =
      new Invariant(
          "report-frames-are-told-nothing",
          "C88",
          "No report is about a document in a frame that is cross-origin with its top-level document,"
              + " nor sent to an endpoint of one.",
          DESIGN,
          Sight.STEP,
          ALL.add(StepKind.IFRAME),
          moment ->
              moment
                  .reports()
                  .filter(Report::isDelivered)
                  .flatMap(
                      report ->
                          strangers(moment.before())
                              .filter(
                                  frame ->
                                      frame.url().equals(report.reporter().url())
                                          || frame
                                              .reportingEndpoints()
                                              .values()
                                              .exists(report.endpointUrl()::contains)))
                  .headOption()
                  .map(
                      frame ->
                          new Violation(
                              "a report tells of the document of %s, cross-origin with its page"
                                  .formatted(moment.before().navigableOf(frame)),
                              Vector.of(moment.before().navigableOf(frame)))),
          "something is reported while there is such a frame",
          moment -> !strangers(moment.before()).isEmpty() && !moment.reports().isEmpty());

  // Virtual groups.

  private static Vector<Pair> windows(World world) {
    return Pair.of(world.topLevelTraversables().map(each -> world.activeDocument(each.id())));
  }

  private static boolean isInOneVirtualGroup(World world, Pair pair) {
    return !isApart(world, world.navigableOf(pair.first()), world.navigableOf(pair.second()));
  }

  private static Option<Violation> differently(Moment moment) {
    if (moment.action() instanceof Action.UseProperty) return Option.none();
    var world = moment.world();
    if (world.topLevelTraversables().size() < 2) return Option.none();
    return Rerun.of(moment)
        .map(rerun -> rerun.enforced().world())
        .flatMap(
            enforced ->
                windows(world)
                    .find(
                        pair ->
                            isTogether(enforced, world, pair) != isInOneVirtualGroup(world, pair))
                    .map(
                        pair ->
                            new Violation(
                                "%s have %s, and if report-only policies were enforced they %s"
                                    .formatted(
                                        pair.both().map(world::navigableOf).mkString(" and "),
                                        isInOneVirtualGroup(world, pair)
                                            ? "one virtual browsing context group ID"
                                            : "two virtual browsing context group IDs",
                                        isTogether(enforced, world, pair)
                                            ? "would share a group"
                                            : "would be in two groups"),
                                pair.both().map(world::navigableOf))));
  }

  private static boolean isTogether(World enforced, World world, Pair pair) {
    Function1<Document, Document> there =
        document -> enforced.activeDocument(world.navigableOf(document));
    return GroupInvariants.isSameGroup(
        enforced, there.apply(pair.first()), there.apply(pair.second()));
  }

  /** C76. */
  public static final Invariant VIRTUAL_GROUPS_ARE_THOSE_ENFORCED =
      new Invariant(
          "report-virtual-groups-are-those-enforced",
          "C76",
          "After a run in which windows were opened, and none was navigated again, two windows of a"
              + " group have one virtual browsing context group ID if and only if they would share a"
              + " group, had report-only policies been enforced.",
          Source.html("browsers.html#virtual-browsing-context-group-id"),
          Sight.STEP,
          OF_NAVIGATIONS,
          ReportInvariants::differently,
          "two windows of a group have two virtual browsing context group IDs",
          moment ->
              windows(moment.world())
                      .exists(
                          pair ->
                              pair.isInOneGroup(moment.world())
                                  && !isInOneVirtualGroup(moment.world(), pair))
                  && Rerun.of(moment).isDefined());
}
