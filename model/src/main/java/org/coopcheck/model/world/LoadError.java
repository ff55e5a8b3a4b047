package org.coopcheck.model.world;

import java.util.Locale;

/** Why a navigation ended in an error document, or did not happen. */
public enum LoadError {
  /** A sandboxed document may not have an opener policy other than {@code unsafe-none}. */
  COOP_SANDBOX,
  /** The container's embedder policy does not let the response in. */
  COEP,
  /** The navigation is of a kind that is refused. */
  BLOCKED,
  /** There was no answer, or one that cannot be followed. */
  NETWORK;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
