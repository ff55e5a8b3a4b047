package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;

/**
 * The way of an arrow.
 *
 * @param points where it begins, bends and ends
 * @param label where its text stands
 */
record Route(Vector<Point> points, Box label) {

  /**
   * @param x how far to the right
   * @param y how far down
   */
  record Point(double x, double y) {}
}
