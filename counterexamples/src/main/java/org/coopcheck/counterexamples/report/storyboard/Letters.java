package org.coopcheck.counterexamples.report.storyboard;

/**
 * How wide text is, on every machine the same: estimates that the usual typefaces stay below, in
 * thousandths of the size of the letters.
 */
final class Letters {
  private static final int MONO = 612;
  private static final int WIDE = 1050;
  private static final double BOLD = 1.09;

  private Letters() {}

  /** The width of text whose letters are all as wide as each other. */
  static double mono(String text, double size) {
    return text.codePoints().map(c -> c < 0x300 ? MONO : WIDE).sum() * size / 1000;
  }

  /** The width of text in a typeface without serifs. */
  static double sans(String text, double size, boolean isBold) {
    double width = text.codePoints().map(Letters::sans).sum() * size / 1000;
    return isBold ? width * BOLD : width;
  }

  private static int sans(int c) {
    if (c >= 0x300) return WIDE;
    if ("ijl.,:;'|!".indexOf(c) >= 0) return 330;
    if ("ftrI()[]/\\ -\"".indexOf(c) >= 0) return 425;
    if ("mwMW%@".indexOf(c) >= 0) return 1000;
    return c >= 'A' && c <= 'Z' ? 740 : 625;
  }

  /** The text, or as much of it as fits. */
  static String clipped(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
