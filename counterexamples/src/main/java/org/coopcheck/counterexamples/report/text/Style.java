package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;

/**
 * How lines look.
 *
 * @param hasColor whether tones are painted
 * @param isUnicode whether characters beyond ASCII can be shown
 */
public record Style(boolean hasColor, boolean isUnicode) {
  /** Unicode, no colour: files and pipes. */
  public static final Style PLAIN = new Style(false, true);

  /** The line as it is printed; whatever is in its text, nothing of it is a control character. */
  public String render(Line line) {
    return line.spans().map(this::render).mkString().stripTrailing();
  }

  /** The lines as they are printed. */
  public Vector<String> render(Vector<Line> lines) {
    return lines.map(this::render);
  }

  private String render(Line.Span span) {
    String text = isUnicode ? Visible.text(span.text()) : Visible.ascii(inAscii(span.text()));
    return hasColor ? span.tone().painted(text) : text;
  }

  /** The characters that pictures are made of, replaced. */
  private static String inAscii(String text) {
    return text.replace('│', '|')
        .replace("├─", "|-")
        .replace("└─", "`-")
        .replace('─', '-')
        .replace("→", "->")
        .replace("✂", "-X-")
        .replace("…", "...");
  }
}
