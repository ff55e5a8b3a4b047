package org.coopcheck.properties.claim;

import java.util.Locale;

/** What the ledger predicts. */
public enum Expected {
  /** No run within the bound breaks it. */
  HOLDS,
  /** Some run does. */
  VIOLATED,
  /** Some run reaches what is said to be possible. */
  PERMITTED,
  /** It is about browsers or people, and nothing in a model decides it. */
  ASSUMPTION;

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
