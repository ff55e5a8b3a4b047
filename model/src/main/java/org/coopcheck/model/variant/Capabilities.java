package org.coopcheck.model.variant;

import org.coopcheck.model.world.CrossOriginIsolationMode;

/**
 * What a browser is able to do, apart from what the rules demand.
 *
 * @param oopif whether a frame may live in another process than the document that contains it
 * @param pageIsolation whether two pages that can reach each other may live in different processes
 * @param isolation the cross-origin isolation mode that the browser can give
 */
public record Capabilities(
    boolean oopif, boolean pageIsolation, CrossOriginIsolationMode isolation) {

  /** A browser that can do everything. */
  public static final Capabilities ALL =
      new Capabilities(true, true, CrossOriginIsolationMode.CONCRETE);
}
