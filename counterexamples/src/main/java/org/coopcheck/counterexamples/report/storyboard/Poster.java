package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.story.Headline;
import org.coopcheck.counterexamples.report.text.DecisionWords;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.model.decision.Decision;

/**
 * A whole storyboard as one picture.
 *
 * @param storyboard the storyboard
 */
record Poster(Storyboard storyboard) {
  private static final double MARGIN = 28;
  private static final double LEAST_WIDTH = 720;
  private static final int LONGEST_TEXT = 600;
  private static final double TITLE = 20;
  private static final double SENTENCE = 14;
  private static final double STEP = 14;

  String svg() {
    // NB: the height is known only at the end, so everything is drawn twice.
    double height = draw(new Svg());
    var svg = new Svg();
    var story = storyboard.story();
    Canvas.open(
        svg,
        width() + 2 * MARGIN,
        height + MARGIN,
        "storyboard",
        story.title(),
        Headline.of(story).sentence());
    svg.open("style").saysExactly("\n" + Canvas.STYLESHEET).close();
    svg.box("ground", new Box(0, 0, width() + 2 * MARGIN, height + MARGIN), 0);
    draw(svg);
    return svg.close() + "\n";
  }

  private double width() {
    return Math.max(storyboard.plan().width(), LEAST_WIDTH);
  }

  /** Draws everything and says how far down it reaches. */
  private double draw(Svg svg) {
    var story = storyboard.story();
    double y = MARGIN;
    y = paragraph(svg, "poster-title", TITLE, true, y + 4, story.title());
    y =
        paragraph(
            svg,
            story.finding().isFault() ? "poster-fault" : "poster-words",
            SENTENCE,
            true,
            y + 4,
            Headline.of(story).sentence());
    for (int step = 0; step < story.steps(); step++) y = drawStep(svg, step, y + 26);
    var legend = Legend.of(storyboard);
    svg.path("rule", "M%s,%s h%s".formatted(MARGIN, Svg.number(y + 22), Svg.number(width())));
    legend.draw(svg, MARGIN, y + 32, width());
    return y + 32 + legend.height(width());
  }

  private double drawStep(Svg svg, int step, double from) {
    var tellings = storyboard.story().tellings();
    var action = tellings.head().steps().get(step);
    double y =
        paragraph(
            svg,
            "poster-step",
            STEP,
            true,
            from,
            "Step %d: %s".formatted(action.taken().number(), action.action()));
    var told = storyboard.story().toldAt(step);
    for (int telling : told) {
      Picture picture = tellings.get(telling).steps().get(step);
      if (told.size() > 1) {
        y =
            paragraph(
                svg,
                "poster-words",
                SENTENCE,
                true,
                y + 6,
                "under " + tellings.get(telling).variant().name());
      }
      for (var line : picture.outcome()) {
        y = paragraph(svg, "poster-words", SENTENCE - 1, false, y + 2, line.toString());
      }
      svg.open("g").with("transform", "translate(%s %s)".formatted(MARGIN, Svg.number(y + 10)));
      var scene = storyboard.scenes().get(telling).get(step);
      storyboard.draw(svg, scene);
      svg.close();
      y += 10 + storyboard.height(scene);
      for (var decision : storyboard.story().decisionsOf(picture)) {
        y = paragraph(svg, "poster-rule", SENTENCE - 2, false, y + 2, decided(decision));
      }
    }
    return y;
  }

  private static String decided(Decision decision) {
    return "%s → %s (%s: %s)"
        .formatted(
            DecisionWords.sentence(decision),
            DecisionWords.result(decision),
            DecisionWords.standard(decision.rule()),
            decision.rule().id());
  }

  /** Text in as many lines as it needs. */
  private double paragraph(
      Svg svg, String kind, double size, boolean isBold, double from, String text) {
    double y = from;
    for (var line : lines(Visible.clipped(Visible.text(text), LONGEST_TEXT), size, isBold)) {
      y += size * 1.4;
      svg.words(kind, MARGIN, y - size * 0.3, line);
    }
    return y;
  }

  private Vector<String> lines(String text, double size, boolean isBold) {
    Vector<String> lines = Vector.empty();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Letters.sans(longer, size, isBold) > width()) {
        lines = lines.append(line);
        line = word;
      } else {
        line = longer;
      }
      while (Letters.sans(line, size, isBold) > width()) {
        String piece = fitting(line, size, isBold);
        lines = lines.append(piece);
        line = line.substring(piece.length());
      }
    }
    return lines.append(line);
  }

  private String fitting(String text, double size, boolean isBold) {
    int end = text.length();
    while (end > 1 && Letters.sans(text.substring(0, end), size, isBold) > width()) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, Math.max(end, text.offsetByCodePoints(0, 1)));
  }
}
