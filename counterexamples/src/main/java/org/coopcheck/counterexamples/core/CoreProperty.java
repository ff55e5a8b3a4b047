package org.coopcheck.counterexamples.core;

import java.util.Locale;

/** A statement about states of the core world. */
public enum CoreProperty {
  /**
   * A group with a live window of {@code same-origin-plus-coep} has only such windows, all of one
   * origin; initial empty documents count with what they inherited.
   */
  ISOLATED,

  /** The opener of a live window is alive and in the same group. */
  OPENER_IN_GROUP,

  /**
   * All windows are alive, in groups of their own, with {@code same-origin-plus-coep}: no
   * invariant, but a target that can be reached.
   */
  FULL_SPLIT;

  /** The number of {@code same-origin-plus-coep} in the core world. */
  static final int ISOLATING = 3;

  /** The name on the command line and in reports. */
  public String propertyName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is to be reached, rather than to be kept. */
  public boolean isTarget() {
    return this == FULL_SPLIT;
  }
}
