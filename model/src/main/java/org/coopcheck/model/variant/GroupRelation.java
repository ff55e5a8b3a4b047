package org.coopcheck.model.variant;

/** How near two documents are to each other. */
public enum GroupRelation {
  /** They are in one browsing context group. */
  SAME_GROUP,
  /** They are in different browsing context groups of one COOP group. */
  SAME_COOP_GROUP,
  /** They share no group. */
  UNRELATED
}
