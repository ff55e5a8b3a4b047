package org.coopcheck.counterexamples.report.storyboard;

/**
 * A line of text in the box of a document.
 *
 * @param style how it looks
 * @param text what it says
 * @param isChanged whether the step made it so
 */
record Fact(Style style, String text, boolean isChanged) {

  /** How a line looks: its class in the stylesheet, and how wide its letters are. */
  enum Style {
    /** The label of the window. */
    NAME("name", 15, false, true),
    /** An origin or a policy, as it is written in code. */
    CODE("code", 12, true, false),
    /** Words. */
    WORDS("words", 12, false, false),
    /** Words on what is less important. */
    FAINT("faint", 12, false, false),
    /** Something that a document gained. */
    GOOD("good", 12, false, true),
    /** Something that is not as it should be. */
    BAD("bad", 12, false, true);

    private final String word;
    private final int size;
    private final boolean isMono;
    private final boolean isBold;

    Style(String word, int size, boolean isMono, boolean isBold) {
      this.word = word;
      this.size = size;
      this.isMono = isMono;
      this.isBold = isBold;
    }

    String word() {
      return word;
    }

    /** How wide the text is at most. */
    double width(String text) {
      return isMono ? Letters.mono(text, size) : Letters.sans(text, size, isBold);
    }
  }

  double width() {
    return style.width(text);
  }
}
