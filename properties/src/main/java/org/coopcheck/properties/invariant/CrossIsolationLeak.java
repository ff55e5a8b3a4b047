package org.coopcheck.properties.invariant;

import io.vavr.control.Option;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.World;

/**
 * What one process would leak to a cross-origin isolated document: the requirements P1 to P3 of two
 * documents, wherever a browser puts them.
 */
public final class CrossIsolationLeak {
  private CrossIsolationLeak() {}

  /**
   * @param world the world
   * @param isolated a document that has the cross-origin isolated capability
   * @param other another document
   * @return why the two must not be in one process; none if they may
   */
  public static Option<String> between(World world, Document isolated, Document other) {
    var embedderPolicy = other.policyContainer().embedderPolicy();
    if (!embedderPolicy.isCompatibleWithCrossOriginIsolation()) {
      return Option.some("it has the embedder policy " + embedderPolicy.value());
    }
    var top = world.topLevelDocument(other);
    if (CrossOriginIsolation.isolationMode(world, top) == CrossOriginIsolationMode.NONE) {
      return Option.some("its page is not isolated");
    }
    if (!top.coopOrigin().isSameOriginWith(world.topLevelDocument(isolated).coopOrigin())) {
      return Option.some("its page has another COOP origin, " + top.coopOrigin());
    }
    return Option.when(
        !world.groupOf(isolated).equals(world.groupOf(other)),
        "it is in another browsing context group");
  }
}
