package org.coopcheck.counterexamples.report.storyboard;

/** A word in a small round box: what a step did to the thing beside it. */
final class Pill {
  private static final double SIZE = 11;
  private static final double PADDING = 7;

  private Pill() {}

  static double width(String word) {
    return Letters.sans(word, SIZE, true) + 2 * PADDING;
  }

  /**
   * @param kind its class in the stylesheet
   * @param x its left side
   * @param baseline where the text beside it stands
   */
  static void draw(Svg svg, String kind, double x, double baseline, String word) {
    svg.box("pill " + kind, new Box(x, baseline - 13, width(word), 18), 9)
        .words("pill-text " + kind, x + PADDING, baseline, word);
  }
}
