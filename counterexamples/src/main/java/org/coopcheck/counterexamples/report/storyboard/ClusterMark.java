package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.storyboard.Route.Point;

/** The mark of an agent cluster: a letter on a shape of its own; the colour only helps. */
final class ClusterMark {
  static final double RADIUS = 11;
  static final int KINDS = 6;

  private static final double BASELINE = 4.2;

  private ClusterMark() {}

  /** Which of the colours and shapes it has. */
  static int kind(int cluster) {
    return (cluster - 1) % KINDS + 1;
  }

  static String letter(int cluster) {
    return cluster <= 26 ? String.valueOf((char) ('A' + cluster - 1)) : String.valueOf(cluster);
  }

  static void draw(Svg svg, int cluster, double x, double y) {
    String classes = "mark k" + kind(cluster);
    switch (kind(cluster)) {
      case 1 -> svg.circle(classes, x, y, RADIUS);
      case 2 -> svg.box(classes, new Box(x - 10, y - 10, 20, 20), 2);
      case 3 -> svg.polygon(classes, corners(x, y, 4, 0, RADIUS + 2.5));
      case 4 -> svg.polygon(classes, corners(x, y, 6, 0, RADIUS + 1));
      case 5 -> svg.polygon(classes, corners(x, y, 5, -90, RADIUS + 1.5));
      default -> svg.polygon(classes, corners(x, y, 8, 22.5, RADIUS + 1));
    }
    svg.words("mark-letter", x, y + BASELINE, letter(cluster));
  }

  private static Vector<Point> corners(
      double x, double y, int number, double turned, double radius) {
    return Vector.range(0, number)
        .map(corner -> Math.toRadians(turned + corner * 360.0 / number))
        .map(
            angle ->
                new Point(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle)));
  }
}
