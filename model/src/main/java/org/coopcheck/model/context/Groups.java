package org.coopcheck.model.context;

import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.CoopGroupId;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.World;

/**
 * Creating browsing context groups.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#groupings-of-browsing-contexts">HTML</a>
 */
public final class Groups {
  private Groups() {}

  /**
   * @param world the world with the group
   * @param group the group; a new one has no browsing context yet
   */
  public record Created(World world, BrowsingContextGroupId group) {}

  /**
   * What a browsing context group is for.
   *
   * @param mode its cross-origin isolation mode
   * @param commonCoopOrigin the COOP origin that all its top-level documents share; none in the
   *     standard
   */
  public record Purpose(CrossOriginIsolationMode mode, Option<Origin> commonCoopOrigin) {
    /** Any documents, not isolated. */
    public static final Purpose ANY = new Purpose(CrossOriginIsolationMode.NONE, Option.none());
  }

  /**
   * A new browsing context group in a COOP group of its own.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#creating-a-new-browsing-context-group">HTML</a>
   * @param world the world
   * @param purpose what it is for
   */
  public static Created createANewBrowsingContextGroup(World world, Purpose purpose) {
    var coopGroup = new CoopGroupId(world.nextNumber());
    return createARelatedBrowsingContextGroup(world.withNumbersTaken(1), coopGroup, purpose);
  }

  /**
   * The browsing context group of a COOP group that is for this purpose; a new one if there is none.
   *
   * @see <a href="https://github.com/hemeryar/coi-with-popups">COOP: restrict-properties</a>
   * @param world the world
   * @param coopGroup the COOP group
   * @param purpose what the browsing context group is for
   */
  public static Created obtainABrowsingContextGroup(
      World world, CoopGroupId coopGroup, Purpose purpose) {
    return world
        .groups()
        .valuesIterator()
        .find(
            group ->
                group.coopGroup().equals(coopGroup)
                    && group.crossOriginIsolationMode() == purpose.mode()
                    && group.commonCoopOrigin().equals(purpose.commonCoopOrigin()))
        .map(found -> new Created(world, found.id()))
        .getOrElse(() -> createARelatedBrowsingContextGroup(world, coopGroup, purpose));
  }

  /**
   * A new browsing context group in a COOP group that is there.
   *
   * @param world the world
   * @param coopGroup the COOP group
   * @param purpose what the browsing context group is for
   */
  public static Created createARelatedBrowsingContextGroup(
      World world, CoopGroupId coopGroup, Purpose purpose) {
    var group =
        new BrowsingContextGroup(
            new BrowsingContextGroupId(world.nextNumber()),
            coopGroup,
            purpose.mode(),
            purpose.commonCoopOrigin(),
            TreeMap.empty());
    return new Created(world.withNumbersTaken(1).withGroup(group), group.id());
  }
}
