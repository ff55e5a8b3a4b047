package org.coopcheck.properties.invariant;

import org.coopcheck.model.variant.Variant;

/** The rules for which an invariant is meant. */
public enum Scope {
  /** All. */
  EVERY_VARIANT("every variant"),
  /** Those under which windows that can reach each other are in one browsing context group. */
  WITHOUT_COOP_GROUPS("variants without COOP groups"),
  /** Those under which they may be in two of one COOP group. */
  COOP_GROUPS("variants with COOP groups"),
  /** Those under which a page can have a policy of its own. */
  PAGE_POLICIES("variants with page policies"),
  /** Those under which it cannot, so that pages of one group can do with each other what they can. */
  WITHOUT_PAGE_POLICIES("variants without page policies"),
  /** Those that have neither. */
  WITHOUT_EITHER("variants without COOP groups and page policies");

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  /** Whether the variant is among them. */
  public boolean includes(Variant variant) {
    boolean hasCoopGroups = variant.hasCoopGroups();
    return switch (this) {
      case EVERY_VARIANT -> true;
      case WITHOUT_COOP_GROUPS -> !hasCoopGroups;
      case COOP_GROUPS -> hasCoopGroups;
      case PAGE_POLICIES -> variant.hasPagePolicies();
      case WITHOUT_PAGE_POLICIES -> !variant.hasPagePolicies();
      case WITHOUT_EITHER -> !hasCoopGroups && !variant.hasPagePolicies();
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
