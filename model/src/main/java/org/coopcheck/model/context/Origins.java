package org.coopcheck.model.context;

import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.SandboxingFlag;
import org.coopcheck.model.world.World;

/**
 * The origins that documents are given.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#determining-the-origin">HTML</a>
 */
public final class Origins {
  private Origins() {}

  /**
   * @param world the world, which has given a number away if the origin is a new opaque one
   * @param origin the origin
   */
  public record Determined(World world, Origin origin) {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#determining-the-origin">HTML</a>
   * @param world the world
   * @param url the URL of the document
   * @param flags the sandboxing flags that the document will have
   * @param sourceOrigin the origin of whoever made or navigated the window, if there is one
   */
  public static Determined determineTheOrigin(
      World world, Url url, SortedSet<SandboxingFlag> flags, Option<Origin> sourceOrigin) {
    if (flags.contains(SandboxingFlag.SANDBOXED_ORIGIN)) return newOpaqueOrigin(world); // 1.
    // 2. MODEL: there is always a URL.
    boolean isLocal = url.matchesAboutSrcdoc() || url.matchesAboutBlank();
    if (isLocal && sourceOrigin.isDefined()) { // 3. 4.
      return new Determined(world, sourceOrigin.get());
    }
    return url.tupleOrigin()
        .fold(() -> newOpaqueOrigin(world), origin -> new Determined(world, origin)); // 5.
  }

  /** A new opaque origin. */
  public static Determined newOpaqueOrigin(World world) {
    return new Determined(world.withNumbersTaken(1), new OpaqueOrigin(world.nextNumber()));
  }
}
