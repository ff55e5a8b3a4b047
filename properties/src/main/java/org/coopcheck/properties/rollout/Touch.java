package org.coopcheck.properties.rollout;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.variant.Reporting;
import org.coopcheck.model.variant.ReportingQuestions.AccessScope;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.AccessMonitor.Direction;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;

/**
 * A script touches a window of another page.
 *
 * @param world the world in which it does
 * @param failure whose script, and which window
 * @param property the property
 */
record Touch(World world, Failure failure, String property) {

  private Document accessor() {
    return world.activeDocument(failure.by().getOrElse(failure.window()));
  }

  private Document accessed() {
    return world.activeDocument(failure.window());
  }

  private static BrowsingContext top(World world, Document document) {
    return world.topLevelBrowsingContext(world.browsingContext(document.browsingContext()));
  }

  boolean isInOneVirtualGroup() {
    var mine = top(world, accessor());
    var theirs = top(world, accessed());
    return mine.group().equals(theirs.group())
        && mine.virtualBrowsingContextGroupId() == theirs.virtualBrowsingContextGroupId();
  }

  boolean isOfAReportedProperty(Reporting reporting) {
    return reporting.property().apply(Access.propertyName(property)).isDefined();
  }

  boolean isHeard(Reporting reporting) {
    return !heard(reporting).isEmpty();
  }

  boolean namesAReportOnlyEndpoint() {
    return Vector.of(accessor(), accessed())
        .exists(document -> policy(document).reportOnlyReportingEndpoint().isDefined());
  }

  private OpenerPolicy policy(Document document) {
    return world.topLevelDocument(document).openerPolicy();
  }

  /** In which directions there is a page that could be told. */
  private Vector<Direction> heard(Reporting reporting) {
    return Vector.of(Direction.FROM, Direction.TO)
        .filter(
            direction ->
                reporting
                    .reportOnlyEndpoint()
                    .apply(policy(direction == Direction.FROM ? accessor() : accessed()))
                    .isDefined());
  }

  /** What would have to be otherwise for it to count; none if it does. */
  Option<Silence> whyItDoesNotCount(Reporting reporting) {
    boolean isOfItsPage = world.isSameOriginWithItsTopLevel(accessor());
    if (counts(reporting, isOfItsPage)) return Option.none();
    return Option.some(
        counts(reporting, true) ? Silence.SCRIPT_OF_A_FOREIGN_FRAME : Silence.WINDOW_OF_A_FRAME);
  }

  private boolean counts(Reporting reporting, boolean isAccessorOfItsPage) {
    return heard(reporting)
        .exists(
            direction ->
                reporting
                    .counts()
                    .apply(
                        new AccessScope(
                            direction,
                            isAccessorOfItsPage,
                            world.isSameOriginWithItsTopLevel(accessed()),
                            world.isTopLevel(accessed()),
                            isInOneVirtualCoopGroup(),
                            property)));
  }

  private boolean isInOneVirtualCoopGroup() {
    var mine = top(world, accessor());
    var theirs = top(world, accessed());
    return world.groupOf(mine).coopGroup().equals(world.groupOf(theirs).coopGroup())
        && mine.virtualCoopGroupId() == theirs.virtualCoopGroupId();
  }
}
