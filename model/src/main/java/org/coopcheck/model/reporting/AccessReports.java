package org.coopcheck.model.reporting;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.report.Disposition;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.report.Told;
import org.coopcheck.model.report.Told.Role;
import org.coopcheck.model.variant.Reporting;
import org.coopcheck.model.variant.ReportingQuestions.AccessDetection;
import org.coopcheck.model.variant.ReportingQuestions.AccessScope;
import org.coopcheck.model.variant.ReportingQuestions.InitialUrl;
import org.coopcheck.model.variant.ReportingQuestions.OtherUrl;
import org.coopcheck.model.variant.ReportingQuestions.PropertyName;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.AccessMonitor;
import org.coopcheck.model.world.AccessMonitor.Direction;
import org.coopcheck.model.world.AccessMonitor.OtherWindow;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * Reports of accesses to other windows.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-check-access-report">HTML</a>
 */
public final class AccessReports {
  private AccessReports() {}

  /** One access, with all that the texts look at. */
  private record Access(
      World world,
      Document accessor,
      BrowsingContextId accessorTop,
      Option<Document> accessed,
      BrowsingContextId accessedTop,
      NavigableId navigable,
      String property,
      Rules rules) {

    Reporting reporting() {
      return rules.variant().reporting();
    }

    /** The page in the window that is touched; none if nothing shows there any more. */
    Option<Document> accessedPage() {
      return Option.when(
          world.hasNavigable(navigable),
          () -> world.topLevelDocument(world.activeDocument(navigable)));
    }

    boolean counts(Direction direction) {
      return reporting()
          .counts()
          .apply(
              new AccessScope(
                  direction,
                  world.isSameOriginWithItsTopLevel(accessor),
                  accessed.forAll(world::isSameOriginWithItsTopLevel),
                  accessed.forAll(world::isTopLevel),
                  isInOneVirtualCoopGroup(),
                  property));
    }

    private boolean isInOneVirtualCoopGroup() {
      if (!world.browsingContexts().containsKey(accessedTop)) return false;
      var mine = world.browsingContext(accessorTop);
      var theirs = world.browsingContext(accessedTop);
      return world.groupOf(mine).coopGroup().equals(world.groupOf(theirs).coopGroup())
          && mine.virtualCoopGroupId() == theirs.virtualCoopGroupId();
    }

    /** NB: a virtual browsing context group is one of a browsing context group. */
    boolean isBetweenTwoVirtualGroups() {
      var mine = world.browsingContext(accessorTop);
      return !world.browsingContexts().containsKey(accessedTop)
          || !mine.group().equals(world.browsingContext(accessedTop).group())
          || mine.virtualBrowsingContextGroupId()
              != world.browsingContext(accessedTop).virtualBrowsingContextGroupId();
    }
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-check-access-report">HTML</a>
   * @param world the world
   * @param accessor the document whose script uses the property
   * @param handle the handle on the window; its browsing context may be left behind
   * @param name the property
   * @param rules what the step goes by
   * @return the world, without monitors that were there for one access only
   */
  public static World checkIfAnAccessBetweenTwoBrowsingContextsShouldBeReported(
      World world, Document accessor, Handle handle, PropertyName name, Rules rules) {
    var property = rules.variant().reporting().property().apply(name); // 1.
    if (property.isEmpty()) return world;
    boolean isThere = world.isPresented(handle.browsingContext());
    var access =
        new Access(
            world,
            accessor,
            topOf(world, accessor),
            Option.when(isThere, () -> world.activeDocument(handle.navigable())), // 2.
            isThere
                ? topOf(world, world.activeDocument(handle.navigable()))
                : handle.browsingContext(),
            handle.navigable(),
            property.get(),
            rules);
    // MODEL: the design document has no such step; by its letter a page would be told of itself.
    if (access.accessorTop.equals(access.accessedTop)) return world;
    return switch (rules.variant().reporting().accessDetection()) {
      case CHECK -> {
        if (isThere) check(access);
        yield world;
      }
      case MONITORS_OF_PAIRS, MONITORS_OF_THE_SWITCH -> informed(access);
    };
  }

  /**
   * Whether a script that has no handle on the window could still have one in the design document: its
   * page was cut off from the window, which is its {@code opener} and closed.
   *
   * @param world the world
   * @param accessor the document whose script it is
   * @param opener the window
   */
  public static boolean isCutOffFrom(World world, Document accessor, NavigableId opener) {
    var page = topOf(world, accessor);
    return world
        .accessMonitorsOn(topOf(world, world.activeDocument(opener)))
        .exists(monitor -> monitor.isOnWhatItIsCutOffFrom(page));
  }

  /**
   * A page that was cut off from its opener tries to use it. In the design document its {@code
   * opener} is there, and closed; here the attempt is enough.
   *
   * @param world the world
   * @param accessor the document that tries
   * @param opener the window that it has no handle on
   * @param name the property
   * @param rules what the step goes by
   */
  public static void checkIfAnAttemptShouldBeReported(
      World world, Document accessor, NavigableId opener, PropertyName name, Rules rules) {
    var property = rules.variant().reporting().property().apply(name);
    if (property.isEmpty()
        || rules.variant().reporting().accessDetection()
            != AccessDetection.MONITORS_OF_THE_SWITCH) {
      return;
    }
    var access =
        new Access(
            world,
            accessor,
            topOf(world, accessor),
            Option.some(world.activeDocument(opener)),
            topOf(world, world.activeDocument(opener)),
            opener,
            property.get(),
            rules);
    world
        .accessMonitorsOn(access.accessedTop)
        .filter(monitor -> !monitor.isReportOnly() && isFor(monitor, access))
        .forEach(monitor -> inform(monitor, access));
  }

  private static BrowsingContextId topOf(World world, Document document) {
    return world.topLevelBrowsingContext(world.browsingContext(document.browsingContext())).id();
  }

  // The standard: it is looked up at each access.

  private static void check(Access access) {
    boolean isReported =
        access.counts(Direction.FROM) && access.isBetweenTwoVirtualGroups(); // 3. to 8.
    note(access, isReported);
    if (!isReported) return;
    var world = access.world;
    var accessed = access.accessed.get();
    var accessor = access.accessor;
    var accessedTop = world.browsingContext(access.accessedTop);
    var accessorTop = world.browsingContext(access.accessorTop);
    boolean accessorIsOpener =
        accessedTop.opener().exists(id -> isInclusiveAncestor(world, id, accessor)); // 10.
    boolean accessorIsOpenee =
        accessorTop.opener().exists(id -> isInclusiveAncestor(world, id, accessed)); // 11.
    var toTheAccessor =
        accessorIsOpenee
            ? OtherWindow.OPENER
            : accessorIsOpener ? OtherWindow.OPENEE : OtherWindow.OTHER;
    var toTheAccessed =
        accessorIsOpenee
            ? OtherWindow.OPENEE
            : accessorIsOpener ? OtherWindow.OPENER : OtherWindow.OTHER;
    // SPEC: the first three steps of "queue violation reports for accesses" use variables that
    // nothing declares. No issue is known; they are not done.
    tell(
        access,
        Direction.FROM,
        inItsPage(world, accessor),
        inItsPage(world, accessed),
        toTheAccessor,
        accessedTop.initialUrl(),
        accessedTop.openerOriginAtCreation(),
        false); // 12.
    tell(
        access,
        Direction.TO,
        inItsPage(world, accessed),
        inItsPage(world, accessor),
        toTheAccessed,
        accessorTop.initialUrl(),
        accessorTop.openerOriginAtCreation(),
        false);
  }

  /** A document with the opener policy of its page. */
  private static Side inItsPage(World world, Document document) {
    var page = world.topLevelDocument(document);
    return new Side(
        new Reporter(
            document.url(),
            document.origin(),
            page.openerPolicy(),
            page.reportingEndpoints(),
            document.redirectOrigins()),
        page);
  }

  private static boolean isInclusiveAncestor(
      World world, BrowsingContextId ancestor, Document document) {
    return document.browsingContext().equals(ancestor)
        || world
            .containerDocument(document)
            .exists(outer -> isInclusiveAncestor(world, ancestor, outer));
  }

  // The design document and Chromium: monitors were put there before.

  private static World informed(Access access) {
    var monitors =
        access.world.accessMonitorsOn(access.accessedTop).filter(monitor -> isFor(monitor, access));
    note(access, !monitors.isEmpty());
    monitors.forEach(monitor -> inform(monitor, access));
    return access.reporting().reportsAgain()
        ? access.world
        : access.world.withAccessMonitors(access.world.accessMonitors().removeAll(monitors));
  }

  private static boolean isFor(AccessMonitor monitor, Access access) {
    boolean isTheAccessor = monitor.accessing().forAll(access.accessorTop::equals);
    return isTheAccessor
        && (!monitor.isReportOnly() || access.isBetweenTwoVirtualGroups())
        && access.counts(monitor.direction());
  }

  private static void inform(AccessMonitor monitor, Access access) {
    var world = access.world;
    var informed = world.activeDocument(world.browsingContext(monitor.informed()).navigable());
    var other =
        monitor.direction() == Direction.FROM
            ? access.accessedPage()
            : Option.some(world.topLevelDocument(access.accessor));
    if (other.isEmpty()) return;
    var otherTop = monitor.direction() == Direction.FROM ? access.accessedTop : access.accessorTop;
    var creator =
        Option.some(otherTop)
            .filter(world.browsingContexts()::containsKey)
            .map(world::browsingContext)
            .flatMap(BrowsingContext::openerOriginAtCreation);
    tell(
        access,
        monitor.direction(),
        new Side(Reporter.of(informed), informed),
        new Side(Reporter.of(other.get()), other.get()),
        monitor.whatIs(otherTop),
        monitor.initialUrl(),
        creator,
        !monitor.isReportOnly());
  }

  /**
   * One of the two documents of an access.
   *
   * @param reporter who is told, or of whom is told
   * @param page the top-level document of its page
   */
  private record Side(Reporter reporter, Document page) {}

  private static void tell(
      Access access,
      Direction direction,
      Side told,
      Side other,
      OtherWindow otherIs,
      Option<Url> initialUrl,
      Option<Origin> creator,
      boolean isEnforced) {
    var reporting = access.reporting();
    var disposition = isEnforced ? Disposition.ENFORCE : Disposition.REPORTING;
    boolean hasAnEndpoint =
        ReportBodies.endpoint(told.reporter, disposition, reporting).isDefined();
    boolean isSent =
        hasAnEndpoint || (direction == Direction.FROM && reporting.sendsWithoutAnEndpoint());
    if (!isSent) return;
    var reporter = told.reporter;
    Vector<Told> urls =
        switch (otherIs) {
          case OPENER ->
              Vector.of(
                  url(Role.OPENER, reporter, other, reporting),
                  // NB: only that of an initial about:blank can have a fragment.
                  new Told(Role.REFERRER, told.page.referrer().map(NavigationReports::sanitized)));
          case OPENEE ->
              Vector.of(
                  url(Role.OPENEE, reporter, other, reporting),
                  new Told(
                      Role.INITIAL,
                      initialUrl
                          .filter(
                              url ->
                                  reporting
                                      .tellsTheInitialUrl()
                                      .apply(new InitialUrl(reporter.origin(), creator)))
                          .map(NavigationReports::sanitized)));
          case OTHER -> Vector.of(url(Role.OTHER, reporter, other, reporting));
        };
    access
        .rules
        .reports()
        .queue(
            () ->
                ReportBodies.report(
                    new ReportBodies.Matter(
                        ReportType.ofAnAccess(direction, otherIs),
                        disposition,
                        reporter,
                        Option.some(access.property),
                        urls,
                        Rule.CHECK_ACCESS_REPORT),
                    reporting));
  }

  private static Told url(Role role, Reporter reporter, Side other, Reporting reporting) {
    return NavigationReports.told(new OtherUrl(role, reporter, other.reporter, false), reporting);
  }

  private static void note(Access access, boolean isReported) {
    var pages =
        access.accessedPage().toVector().append(access.world.topLevelDocument(access.accessor));
    boolean isTried =
        pages.exists(
            page -> access.reporting().reportOnlyEndpoint().apply(page.openerPolicy()).isDefined());
    if (!isTried) return;
    access
        .rules
        .decisions()
        .note(
            Rule.CHECK_ACCESS_REPORT,
            isReported ? Answer.REPORTED : Answer.NOT_REPORTED,
            () ->
                Vector.of(
                    given("property", access.property),
                    given("accessor", access.accessor.origin()),
                    given(
                        "accessor is same origin with its top level",
                        access.world.isSameOriginWithItsTopLevel(access.accessor)),
                    given("would be in two groups", access.isBetweenTwoVirtualGroups())));
  }
}
