package org.coopcheck.model;

/**
 * The text that the model follows, pinned once. Step numbers are those of the copy of 2 June 2025;
 * in the Review Draft of 17 July 2026 the same algorithms have the same steps, a few of them under
 * shifted numbers ({@code docs/coverage.md} lists the shifts).
 */
public final class SpecVersion {
  private SpecVersion() {}

  /** The standard and its version, as every report prints it. */
  public static final String STANDARD =
      "HTML Standard, Review Draft of 17 July 2026 (whatwg/html review-drafts/2026-07)";
}
