package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.report.storyboard.Link.Strength;
import org.coopcheck.counterexamples.report.storyboard.Route.Point;

/**
 * What the marks of a storyboard mean, as far as they occur in it.
 *
 * @param entries a mark and its meaning each
 */
record Legend(Vector<Entry> entries) {
  private static final double COLUMN = 232;
  private static final double ROW = 28;
  private static final double TEXT = 48;

  /**
   * @param kind which mark
   * @param number which of its kind
   * @param meaning what it means
   */
  record Entry(Kind kind, int number, String meaning) {}

  /** The kinds of marks. */
  enum Kind {
    CLUSTER,
    PROCESS,
    LINK,
    CHANGE,
    ACCUSED,
    GHOST
  }

  static Legend of(Storyboard storyboard) {
    var scenes = storyboard.scenes().flatMap(each -> each);
    var cards = scenes.flatMap(Scene::cards);
    var clusters = cards.map(Card::cluster).distinct().sorted();
    var processes = cards.map(Card::process).distinct().sorted();
    var strengths = scenes.flatMap(Scene::links).map(Link::strength).distinct().sorted();
    return new Legend(
        clusters
            .map(
                cluster ->
                    new Entry(
                        Kind.CLUSTER, cluster, "agent cluster " + ClusterMark.letter(cluster)))
            .appendAll(
                processes.map(
                    process -> new Entry(Kind.PROCESS, process, "outline: process " + process)))
            .appendAll(
                strengths
                    .reverse()
                    .map(strength -> new Entry(Kind.LINK, strength.ordinal(), meaning(strength))))
            .appendAll(
                Option.when(
                    !cards.isEmpty(), () -> new Entry(Kind.CHANGE, 0, "changed in this step")))
            .appendAll(
                Option.when(
                    cards.exists(Card::isAccused),
                    () -> new Entry(Kind.ACCUSED, 0, "named by the finding")))
            .appendAll(
                Option.when(
                    scenes.exists(scene -> !scene.ghosts().isEmpty()),
                    () -> new Entry(Kind.GHOST, 0, "no longer here"))));
  }

  private static String meaning(Strength strength) {
    return switch (strength) {
      case DOM -> "handle with DOM access";
      case PROPERTIES -> "cross-origin properties only";
      case SOME -> "a few properties only";
      case SEVERED -> "severed handle";
    };
  }

  /** How high it is. */
  double height(double width) {
    return Math.ceil((double) entries.size() / columns(width)) * ROW;
  }

  private static int columns(double width) {
    return (int) Math.max(1, Math.floor(width / COLUMN));
  }

  Option<String> svg(String id, int columns) {
    if (entries.isEmpty()) return Option.none();
    var svg = new Svg();
    double width = columns * COLUMN;
    Canvas.open(
        svg, width, height(width), id, "Legend", entries.map(Entry::meaning).mkString("; "));
    draw(svg, 0, 0, width);
    return Option.some(svg.close().toString());
  }

  void draw(Svg svg, double x, double y, double width) {
    int columns = columns(width);
    entries.forEachWithIndex(
        (entry, index) -> {
          int row = index / columns;
          draw(svg, entry, x + index % columns * COLUMN, y + row * ROW);
        });
  }

  private static void draw(Svg svg, Entry entry, double x, double y) {
    double middle = y + ROW / 2;
    switch (entry.kind()) {
      case CLUSTER -> ClusterMark.draw(svg, entry.number(), x + 24, middle);
      case PROCESS ->
          svg.box(
              "document o" + CardDrawing.outline(entry.number()),
              new Box(x + 8, middle - 9, 32, 18),
              5);
      case LINK -> {
        var strength = Strength.values()[entry.number()];
        LinkDrawing.sample(svg, strength, new Point(x + 4, middle), new Point(x + 42, middle));
      }
      case CHANGE -> svg.box("change", new Box(x + 8, middle - 8, 32, 16), 4);
      case ACCUSED -> svg.box("document accused", new Box(x + 8, middle - 9, 32, 18), 5);
      case GHOST -> svg.box("ghost", new Box(x + 8, middle - 9, 32, 18), 5);
    }
    svg.words("words", x + TEXT, middle + 4, entry.meaning());
  }
}
