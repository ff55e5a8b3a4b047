package org.coopcheck.counterexamples.report.storyboard;

import org.coopcheck.counterexamples.report.storyboard.Fact.Style;

/** Draws windows with their documents. */
final class CardDrawing {
  private static final double INDENT = 18;
  private static final double TOP = 25;
  private static final double LINE = 18;
  private static final double GAP = 8;
  private static final int OUTLINES = 4;

  private CardDrawing() {}

  static double width(Card card) {
    double lines = card.facts().tail().map(Fact::width).max().getOrElse(0.0);
    double name =
        card.facts().head().width()
            + card.tag().map(tag -> GAP + Pill.width(tag)).getOrElse(0.0)
            + GAP
            + 2 * ClusterMark.RADIUS;
    return Math.max(lines, name) + 2 * INDENT;
  }

  static double height(Card card) {
    return TOP + (card.facts().size() - 1) * LINE + 14;
  }

  /** Which of the outlines documents of the process have. */
  static int outline(int process) {
    return (process - 1) % OUTLINES + 1;
  }

  static void draw(Svg svg, Card card, Box box) {
    String classes =
        "document o"
            + outline(card.process())
            + (card.tag().isDefined() ? " changed" : "")
            + (card.isAccused() ? " accused" : "");
    svg.box(classes, box, 8)
        .box(
            "stripe k" + ClusterMark.kind(card.cluster()),
            new Box(box.x() + 5, box.y() + 8, 4, box.height() - 16),
            2);
    double y = box.y() + TOP;
    for (var fact : card.facts()) {
      draw(svg, fact, box, y);
      y += fact.style() == Style.NAME ? LINE + 1 : LINE;
    }
    var name = card.facts().head();
    card.tag()
        .forEach(
            tag ->
                Pill.draw(svg, "new", box.x() + INDENT + name.width() + GAP, box.y() + TOP, tag));
    ClusterMark.draw(
        svg, card.cluster(), box.x() + box.width() - 12 - ClusterMark.RADIUS, box.y() + TOP - 4.5);
  }

  private static void draw(Svg svg, Fact fact, Box box, double y) {
    double x = box.x() + INDENT;
    if (fact.isChanged()) {
      svg.box("change", new Box(x - 5, y - 13, fact.width() + 10, 18), 4);
    }
    svg.words(fact.style().word() + (fact.isChanged() ? " is-changed" : ""), x, y, fact.text());
  }

  static void draw(Svg svg, Ghost ghost, Box box) {
    svg.box("ghost", box, 8).words("ghost-text", box.x() + INDENT, box.y() + TOP, ghost.text());
  }
}
