package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;

/**
 * A line of text before it is decided how it looks.
 *
 * @param spans its pieces, in order
 */
public record Line(Vector<Span> spans) {
  /** Nothing. */
  public static final Line EMPTY = new Line(Vector.empty());

  /**
   * @param tone what the piece is
   * @param text any text, also one that a stranger wrote
   */
  public record Span(Tone tone, String text) {}

  public static Line of(String text) {
    return of(Tone.PLAIN, text);
  }

  public static Line of(Tone tone, String text) {
    return EMPTY.with(tone, text);
  }

  /** This line with more text at its end. */
  public Line with(String text) {
    return with(Tone.PLAIN, text);
  }

  /** This line with more text at its end. */
  public Line with(Tone tone, String text) {
    return new Line(spans.append(new Span(tone, text)));
  }

  /** This line with another one at its end. */
  public Line with(Line end) {
    return new Line(spans.appendAll(end.spans));
  }

  /** This line, further to the right. */
  public Line indented(int columns) {
    return spans.isEmpty() ? this : of(" ".repeat(columns)).with(this);
  }

  /** How many characters it has. */
  public int length() {
    return spans.map(span -> span.text().length()).sum().intValue();
  }

  /** The text alone. */
  @Override
  public String toString() {
    return spans.map(Span::text).mkString();
  }
}
