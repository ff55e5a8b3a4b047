package org.coopcheck.model.policy;

import io.vavr.collection.SortedSet;
import org.coopcheck.model.origin.Origin;

/**
 * The origins that a declaration of the feature {@code cross-origin-isolated} allows.
 *
 * @see <a href="https://w3c.github.io/webappsec-permissions-policy/#allowlists">Permissions
 *     Policy</a>
 */
public sealed interface Allowlist {

  /** {@code *}: every origin. */
  record All() implements Allowlist {}

  /**
   * Exactly these origins; {@code self} and {@code src} are resolved already.
   *
   * @param origins the origins, none for {@code ()} and {@code 'none'}
   */
  record These(SortedSet<Origin> origins) implements Allowlist {}

  /**
   * @see <a href="https://w3c.github.io/webappsec-permissions-policy/#matches">Permissions
   *     Policy</a>
   */
  default boolean matches(Origin origin) {
    return switch (this) {
      case All() -> true;
      case These(var origins) -> origins.contains(origin);
    };
  }
}
