package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.storyboard.Link.Strength;
import org.coopcheck.counterexamples.report.storyboard.Route.Point;

/** Draws the arrows between windows of different pages. */
final class LinkDrawing {
  static final double SIZE = 11.5;

  private static final double LINE = 16;
  private static final double PADDING = 8;
  private static final double HEAD = 9;
  private static final double BEND = 7;

  private LinkDrawing() {}

  /** How wide its text is. */
  static double width(Link link) {
    return link.width() + 2 * PADDING;
  }

  /** How high its text is. */
  static double height(Link link) {
    return link.lines().size() * LINE + PADDING;
  }

  static void draw(Svg svg, Link link, Route route) {
    String classes = link.strength().word() + (link.isChanged() ? " changed" : "");
    var points = route.points();
    svg.path("link " + classes, path(points));
    if (link.leadsForward()) head(svg, classes, points.get(points.size() - 2), points.last());
    if (link.leadsBack()) head(svg, classes, points.get(1), points.head());
    if (link.strength() == Strength.SEVERED) cross(svg, longest(points));
    svg.box("link-label " + classes, route.label(), 6);
    double y = route.label().y() + PADDING / 2 + LINE - 4;
    for (var line : link.lines()) {
      svg.words("link-text " + classes, route.label().x() + PADDING, y, line);
      y += LINE;
    }
  }

  /** An arrow without text. */
  static void sample(Svg svg, Strength strength, Point from, Point to) {
    svg.path("link " + strength.word(), path(Vector.of(from, to)));
    head(svg, strength.word(), from, to);
    if (strength == Strength.SEVERED) cross(svg, longest(Vector.of(from, to)));
  }

  /** Lines with round corners. */
  private static String path(Vector<Point> points) {
    var data = new StringBuilder("M" + at(points.head()));
    for (int i = 1; i < points.size() - 1; i++) {
      var corner = points.get(i);
      data.append(" L").append(at(towards(corner, points.get(i - 1))));
      data.append(" Q").append(at(corner));
      data.append(" ").append(at(towards(corner, points.get(i + 1))));
    }
    return data.append(" L").append(at(points.last())).toString();
  }

  private static String at(Point point) {
    return Svg.number(point.x()) + "," + Svg.number(point.y());
  }

  private static Point towards(Point from, Point to) {
    double length = distance(from, to);
    double part = length == 0 ? 0 : Math.min(BEND, length / 2) / length;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  private static double distance(Point a, Point b) {
    return StrictMath.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static void head(Svg svg, String classes, Point from, Point tip) {
    double length = Math.max(distance(from, tip), 0.1);
    double dx = (tip.x() - from.x()) / length;
    double dy = (tip.y() - from.y()) / length;
    var back = new Point(tip.x() - dx * HEAD, tip.y() - dy * HEAD);
    double half = HEAD / 2;
    svg.polygon(
        "head " + classes,
        Vector.of(
            tip,
            new Point(back.x() - dy * half, back.y() + dx * half),
            new Point(back.x() + dy * half, back.y() - dx * half)));
  }

  private static Point longest(Vector<Point> points) {
    var pair =
        points
            .zip(points.tail())
            .reduce((a, b) -> distance(a._1, a._2) >= distance(b._1, b._2) ? a : b);
    return new Point((pair._1.x() + pair._2.x()) / 2, (pair._1.y() + pair._2.y()) / 2);
  }

  private static void cross(Svg svg, Point at) {
    svg.circle("cross-ground", at.x(), at.y(), 9)
        .path(
            "cross",
            "M%s L%s M%s L%s"
                .formatted(
                    at(new Point(at.x() - 5, at.y() - 5)),
                    at(new Point(at.x() + 5, at.y() + 5)),
                    at(new Point(at.x() - 5, at.y() + 5)),
                    at(new Point(at.x() + 5, at.y() - 5))));
  }
}
