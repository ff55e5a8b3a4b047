package org.coopcheck.counterexamples.report.storyboard;

/**
 * A rectangle in a picture.
 *
 * @param x its left side
 * @param y its top
 * @param width how wide it is
 * @param height how high it is
 */
record Box(double x, double y, double width, double height) {

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }
}
