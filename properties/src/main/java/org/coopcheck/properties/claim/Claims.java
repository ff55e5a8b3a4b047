package org.coopcheck.properties.claim;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** All claims, in the order of the ledger. */
public final class Claims {
  private Claims() {}

  /** The list. */
  public static final Vector<Claim> ALL =
      WindowProxyClaims.CLAIMS
          .appendAll(InheritanceClaims.CLAIMS)
          .appendAll(RolloutClaims.CLAIMS)
          .appendAll(ReportingClaims.CLAIMS);

  /** The claim with this id, in any case. */
  public static Option<Claim> find(String id) {
    return ALL.find(each -> each.id().equalsIgnoreCase(id));
  }
}
