package org.coopcheck.model.world;

import java.util.Locale;

/**
 * A cross-origin isolation mode.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#cross-origin-isolation-mode">HTML</a>
 */
public enum CrossOriginIsolationMode {
  /** No restriction and no capability. */
  NONE,
  /** All restrictions, but the user agent cannot give the capability. */
  LOGICAL,
  /** All restrictions, and the capability. */
  CONCRETE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
