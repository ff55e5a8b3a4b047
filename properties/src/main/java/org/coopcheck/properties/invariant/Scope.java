package org.coopcheck.properties.invariant;

import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Variant;

/** The rules for which an invariant is meant. */
public enum Scope {
  /** All. */
  EVERY_VARIANT("every variant"),
  /** Those under which windows that can reach each other are in one browsing context group. */
  WITHOUT_COOP_GROUPS("variants without COOP groups"),
  /** Those under which they may be in two of one COOP group. */
  COOP_GROUPS("variants with COOP groups");

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  /** Whether the variant is among them. */
  public boolean includes(Variant variant) {
    boolean hasCoopGroups = variant.values().contains(OpenerPolicyValue.RESTRICT_PROPERTIES);
    return switch (this) {
      case EVERY_VARIANT -> true;
      case WITHOUT_COOP_GROUPS -> !hasCoopGroups;
      case COOP_GROUPS -> hasCoopGroups;
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
