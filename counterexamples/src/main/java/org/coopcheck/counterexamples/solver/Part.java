package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * A window with all that is in it, as it is when every other window is gone.
 *
 * @param world the world with that window only
 */
record Part(World world) {

  static Part of(World world, NavigableId window) {
    return new Part(
        world
            .topLevelTraversables()
            .reject(other -> other.id().equals(window))
            .foldLeft(world, (rest, other) -> rest.withoutNavigable(other.id())));
  }

  NavigableId window() {
    return world.topLevelTraversables().head().id();
  }

  /** The window and all that it contains, in tree order. */
  Vector<NavigableId> navigables() {
    return world.inclusiveDescendants(window());
  }

  Document document() {
    return world.activeDocument(window());
  }

  BrowsingContext browsingContext() {
    return world.activeBrowsingContext(window());
  }

  BrowsingContextGroup group() {
    return world.groupOf(document());
  }
}
