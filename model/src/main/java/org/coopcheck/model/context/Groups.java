package org.coopcheck.model.context;

import io.vavr.collection.TreeMap;
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
   * @param group the group, which has no browsing context yet
   */
  public record Created(World world, BrowsingContextGroupId group) {}

  /**
   * A new browsing context group in a COOP group of its own.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#creating-a-new-browsing-context-group">HTML</a>
   * @param world the world
   * @param mode its cross-origin isolation mode
   */
  public static Created createANewBrowsingContextGroup(World world, CrossOriginIsolationMode mode) {
    var coopGroup = new CoopGroupId(world.nextNumber());
    var group =
        new BrowsingContextGroup(
            new BrowsingContextGroupId(world.nextNumber() + 1), coopGroup, mode, TreeMap.empty());
    return new Created(world.withNumbersTaken(2).withGroup(group), group.id());
  }
}
