package org.coopcheck.counterexamples.report.storyboard;

/** Draws COOP groups and browsing context groups. */
final class GroupDrawing {
  private static final double SIZE = 12;
  private static final double INDENT = 14;
  private static final double BASELINE = 21;
  private static final String NEW = "new";

  private GroupDrawing() {}

  private static String title(Slot slot) {
    return slot.group()
        .map(number -> "browsing context group " + number)
        .getOrElse("COOP group " + slot.coopGroup());
  }

  /** How wide it is at least. */
  static double width(Slot slot) {
    return 2 * INDENT + titleWidth(slot) + 8 + Pill.width(NEW);
  }

  private static double titleWidth(Slot slot) {
    return Letters.sans(title(slot), SIZE, true);
  }

  static void draw(Svg svg, Slot slot, Box box, boolean isThere) {
    String kind = slot.group().isDefined() ? "group" : "coop-group";
    svg.box(kind + (isThere ? "" : " empty"), box, slot.group().isDefined() ? 10 : 14);
  }

  /** Drawn last, so that no arrow goes through it. */
  static void title(Svg svg, Slot slot, Box box, boolean isNew) {
    double x = box.x() + INDENT;
    svg.box(
        slot.group().isDefined() ? "title-ground" : "title-ground of-coop-group",
        new Box(x - 4, box.y() + BASELINE - 14, titleWidth(slot), 19),
        4);
    svg.words("group-title", x, box.y() + BASELINE, title(slot));
    if (isNew) Pill.draw(svg, "new", x + titleWidth(slot) + 8, box.y() + BASELINE, NEW);
  }
}
