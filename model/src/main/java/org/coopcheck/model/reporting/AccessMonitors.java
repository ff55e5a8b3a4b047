package org.coopcheck.model.reporting;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Reporting;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.AccessMonitor;
import org.coopcheck.model.world.AccessMonitor.Direction;
import org.coopcheck.model.world.AccessMonitor.OtherWindow;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * Putting monitors on windows.
 *
 * @see <a
 *     href="https://github.com/camillelamy/explainers/blob/main/coop_reporting.md#monitoring-accesses">COOP
 *     reporting</a>
 */
public final class AccessMonitors {
  private AccessMonitors() {}

  /**
   * A top-level traversable shows another document.
   *
   * @param before the world before
   * @param after the world in which it does
   * @param navigable the top-level traversable
   * @param swap how far it went
   * @param wouldSwitch whether it would have gone if report-only values were enforced
   */
  public record Commit(
      World before, World after, NavigableId navigable, Swap swap, boolean wouldSwitch) {

    private Document left() {
      return before.activeDocument(navigable);
    }

    private Document shown() {
      return after.activeDocument(navigable);
    }

    /** The browsing context that shows it now. */
    private BrowsingContext current() {
      return after.activeBrowsingContext(navigable);
    }

    /** The browsing context that showed what was there before. */
    private BrowsingContext former() {
      return before.activeBrowsingContext(navigable);
    }
  }

  /** The world with the monitors that the commit brings, and without those that it ends. */
  public static World updated(Commit commit, Rules rules) {
    if (!commit.after.navigable(commit.navigable).isTopLevelTraversable()) return commit.after;
    var reporting = rules.variant().reporting();
    return switch (reporting.accessDetection()) {
      case CHECK -> commit.after;
      case MONITORS_OF_PAIRS -> ofPairs(commit, reporting);
      case MONITORS_OF_THE_SWITCH -> ofTheSwitch(commit, reporting);
    };
  }

  private static boolean hasAnEndpoint(OpenerPolicy policy, Reporting reporting) {
    return reporting.reportOnlyEndpoint().apply(policy).isDefined();
  }

  // Chromium.

  /**
   * On each pair of this window and another one that would be in another group.
   *
   * <p>MODEL: what Chromium writes into a monitor when it is put there is looked up when it fires; a
   * URL that {@code pushState()} has changed since cannot be told from the one before.
   *
   * @see <a
   *     href="https://source.chromium.org/chromium/chromium/src/+/main:content/browser/security/coop/cross_origin_opener_policy_access_report_manager.cc">Chromium</a>
   */
  private static World ofPairs(Commit commit, Reporting reporting) {
    var world = commit.after;
    var mine = commit.current();
    SortedSet<AccessMonitor> others =
        world
            .accessMonitors()
            .reject(
                each -> each.accessed().equals(mine.id()) || each.accessing().contains(mine.id()));
    boolean isAlone = world.browsingContextSet(mine.group().get()).size() == 1;
    if (isAlone) return others.isEmpty() ? world : world.withAccessMonitors(others);
    return world.withAccessMonitors(
        world
            .topLevelTraversables()
            .map(each -> world.activeBrowsingContext(each.id()))
            .filter(other -> wouldBeApart(world, mine, other))
            .foldLeft(
                others,
                (monitors, other) ->
                    monitors
                        .addAll(between(world, mine, other, reporting))
                        .addAll(between(world, other, mine, reporting))));
  }

  private static boolean wouldBeApart(World world, BrowsingContext mine, BrowsingContext other) {
    boolean canReach = world.groupOf(mine).coopGroup().equals(world.groupOf(other).coopGroup());
    boolean isOneVirtualGroup =
        mine.group().equals(other.group())
            && mine.virtualBrowsingContextGroupId() == other.virtualBrowsingContextGroupId();
    return canReach && !isOneVirtualGroup;
  }

  /** On accesses of the one to the other: one that tells the one, and one that tells the other. */
  private static SortedSet<AccessMonitor> between(
      World world, BrowsingContext accessing, BrowsingContext accessed, Reporting reporting) {
    return TreeSet.ofAll(
        Vector.<AccessMonitor>empty()
            .appendAll(
                monitor(world, Direction.FROM, accessing, accessed, accessing, accessed, reporting))
            .appendAll(
                monitor(world, Direction.TO, accessing, accessed, accessed, accessing, reporting)));
  }

  private static Option<AccessMonitor> monitor(
      World world,
      Direction direction,
      BrowsingContext accessing,
      BrowsingContext accessed,
      BrowsingContext informed,
      BrowsingContext other,
      Reporting reporting) {
    var page = world.activeDocument(informed.navigable());
    return Option.when(
        hasAnEndpoint(page.openerPolicy(), reporting),
        () ->
            new AccessMonitor(
                accessed.id(),
                direction,
                informed.id(),
                true,
                Option.some(accessing.id()),
                other.id(),
                whatIs(world, other, informed),
                other.initialUrl()));
  }

  private static OtherWindow whatIs(World world, BrowsingContext other, BrowsingContext toThisOne) {
    if (topLevelOpener(world, other).contains(toThisOne.id())) return OtherWindow.OPENEE;
    return topLevelOpener(world, toThisOne).contains(other.id())
        ? OtherWindow.OPENER
        : OtherWindow.OTHER;
  }

  // MODEL: Chromium goes on to the opener's opener where the opener is gone; this does not.
  private static Option<BrowsingContextId> topLevelOpener(World world, BrowsingContext of) {
    return of.creator()
        .filter(world::isPresented)
        .map(creator -> world.topLevelBrowsingContext(world.browsingContext(creator)).id());
  }

  // The design document.

  private static World ofTheSwitch(Commit commit, Reporting reporting) {
    var world = endedByTheNavigation(commit);
    var opener =
        commit
            .former()
            .opener()
            .filter(commit.before::isPresented)
            .map(id -> commit.before.topLevelBrowsingContext(commit.before.browsingContext(id)))
            .filter(op -> world.isPresented(op.id()));
    if (opener.isEmpty()) return world;
    boolean hasSwitched = commit.swap != Swap.NONE;
    Vector<AccessMonitor> added =
        hasSwitched
            ? whenItSwitches(commit, opener.get(), reporting)
            : commit.wouldSwitch ? whenItWould(commit, opener.get(), reporting) : Vector.empty();
    return world.withAccessMonitors(world.accessMonitors().addAll(added));
  }

  /** A page of the same origin with the same policy goes on being told; no other does. */
  private static World endedByTheNavigation(Commit commit) {
    var world = commit.after;
    var current = commit.current().id();
    boolean isTheSame =
        commit.left().origin().isSameOriginWith(commit.shown().origin())
            && commit.left().openerPolicy().equals(commit.shown().openerPolicy());
    boolean isNamed = world.accessMonitors().exists(each -> each.informed().equals(current));
    return isTheSame || !isNamed
        ? world
        : world.withAccessMonitors(
            world.accessMonitors().reject(each -> each.informed().equals(current)));
  }

  private static OpenerPolicy policyOf(World world, BrowsingContext context) {
    return world.activeDocument(context.navigable()).openerPolicy();
  }

  private static Vector<AccessMonitor> whenItSwitches(
      Commit commit, BrowsingContext opener, Reporting reporting) {
    if (!reporting.reportsEnforcedAccesses()) return Vector.empty();
    var old = commit.former().id();
    var current = commit.current().id();
    var op = opener.id();
    var initial = commit.former().initialUrl();
    var theOpener = new Partner(op, OtherWindow.OPENER, Option.none());
    Vector<AccessMonitor> monitors = Vector.empty();
    if (commit.shown().openerPolicy().reportingEndpoint().isDefined()) { // 4.
      monitors =
          monitors
              .append(theOpener.monitor(op, Direction.FROM, current, false)) // 4.1
              .append(theOpener.monitor(old, Direction.TO, current, false)); // 4.2
    }
    if (policyOf(commit.after, opener).reportingEndpoint().isDefined()) { // 5.
      var theOpenee = new Partner(old, OtherWindow.OPENEE, initial);
      monitors =
          monitors
              .append(theOpenee.monitor(old, Direction.FROM, op, false)) // 5.1
              .append(
                  switch (reporting.toldOfOpenees()) { // 5.2
                    case THE_OPENEE -> theOpener.monitor(op, Direction.TO, current, false);
                    case THE_OPENER ->
                        new Partner(current, OtherWindow.OPENEE, initial)
                            .monitor(op, Direction.TO, op, false);
                  });
    }
    return monitors;
  }

  private static Vector<AccessMonitor> whenItWould(
      Commit commit, BrowsingContext opener, Reporting reporting) {
    var current = commit.current().id();
    var op = opener.id();
    var theOpener = new Partner(op, OtherWindow.OPENER, Option.none());
    var theOpenee = new Partner(current, OtherWindow.OPENEE, commit.current().initialUrl());
    Vector<AccessMonitor> monitors = Vector.empty();
    if (hasAnEndpoint(commit.shown().openerPolicy(), reporting)) { // 2.
      monitors =
          monitors
              .append(theOpener.monitor(op, Direction.FROM, current, true)) // 2.1
              .append(theOpener.monitor(current, Direction.TO, current, true)); // 2.2
    }
    if (hasAnEndpoint(policyOf(commit.after, opener), reporting)) { // 3.
      monitors =
          monitors
              .append(theOpenee.monitor(current, Direction.FROM, op, true)) // 3.1
              .append(theOpenee.monitor(op, Direction.TO, op, true)); // 3.2
    }
    return monitors;
  }

  /** The other window of a pair, seen from the page that is told. */
  private record Partner(BrowsingContextId window, OtherWindow is, Option<Url> initialUrl) {

    AccessMonitor monitor(
        BrowsingContextId accessed,
        Direction direction,
        BrowsingContextId informed,
        boolean isReportOnly) {
      return new AccessMonitor(
          accessed,
          direction,
          informed,
          isReportOnly,
          Option.when(direction == Direction.FROM, informed),
          window,
          is,
          initialUrl);
    }
  }
}
