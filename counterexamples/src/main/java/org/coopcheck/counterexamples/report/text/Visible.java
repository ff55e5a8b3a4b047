package org.coopcheck.counterexamples.report.text;

/** Text that strangers wrote, made safe to look at. */
public final class Visible {
  private Visible() {}

  /**
   * The text with every character spelled out that a terminal might obey, hide or reorder:
   * controls, formatting and bidirectional marks, line separators, halves of surrogate pairs.
   */
  public static String text(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) return text;
    var visible = new StringBuilder();
    text.codePoints()
        .forEach(c -> visible.append(isHarmless(c) ? Character.toString(c) : spelled(c)));
    return visible.toString();
  }

  /**
   * The same for a text that stands by itself in markup: a mark at its beginning, which would join
   * what is before it, gets a circle to stand on.
   */
  public static String standingAlone(String text) {
    String visible = text(text);
    return !visible.isEmpty() && isMark(visible.codePointAt(0)) ? "◌" + visible : visible;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** The same for terminals that know ASCII only. */
  static String ascii(String text) {
    var visible = new StringBuilder();
    text.codePoints()
        .forEach(c -> visible.append(c < 0x7f && c >= ' ' ? Character.toString(c) : spelled(c)));
    return visible.toString();
  }

  /**
   * The text, or its beginning and what is left out.
   *
   * @param text any text
   * @param most how many characters may be shown
   */
  public static String clipped(String text, int most) {
    return text.length() <= most
        ? text
        : "%s… (%,d characters in all)".formatted(text.substring(0, most), text.length());
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String spelled(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> (c <= 0xff ? "\\x%02x" : "\\u{%x}").formatted(c);
    };
  }
}
