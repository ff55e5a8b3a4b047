package org.coopcheck.counterexamples.report.text;

import picocli.CommandLine.Help.Ansi;

/** What a piece of text is, for the eye. A tone is never the only sign of anything. */
public enum Tone {
  PLAIN,
  /** Names of things, and headings. */
  STRONG(Ansi.Style.bold),
  /** What works, holds or is met. */
  GOOD(Ansi.Style.fg_green),
  /** What is cut, violated or refused. */
  BAD(Ansi.Style.fg_red, Ansi.Style.bold),
  /** What was ignored, or may be a mistake. */
  DOUBTFUL(Ansi.Style.fg_yellow),
  /** Anchors, frames of trees, and what is said for completeness. */
  FAINT(Ansi.Style.faint);

  private final String on;

  Tone(Ansi.IStyle... styles) {
    this.on = Ansi.Style.on(styles);
  }

  String painted(String text) {
    // Some terminals take "bold off" for "underlined twice"; "reset" is the same everywhere.
    return on.isEmpty() || text.isEmpty() ? text : on + text + Ansi.Style.reset.on();
  }
}
