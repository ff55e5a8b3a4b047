package org.coopcheck.model.variant;

/** How near two documents are to each other. */
public enum GroupRelation {
  /** They are in one browsing context group. */
  SAME_GROUP,
  /** They are not. */
  UNRELATED
}
