package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, as far as it has been read. Made for one reading. */
final class Problems {
  private static final int LONGEST_QUOTE = 80;

  private final String file;
  private final String whole;
  private final List<Problem> found = new ArrayList<>();

  /**
   * @param file the name of the file
   * @param whole what the file should be
   */
  Problems(String file, String whole) {
    this.file = file;
    this.whole = whole;
  }

  /** A word of the file that is none of the legal ones. */
  void unknown(Yaml.Scalar word, String expected, Vector<String> legal) {
    found.add(
        new Problem(
            file, word.line(), quoted(word.text()), expected, NearestWord.to(word.text(), legal)));
  }

  /** A text of the file that cannot stand there. */
  void wrong(int line, String text, String expected) {
    found.add(new Problem(file, line, quoted(text), expected, Option.none()));
  }

  /** A value of the file that cannot stand there. */
  void wrong(Yaml value, String expected) {
    described(value.line(), description(value), expected);
  }

  /** Something that is missing, or is no value. */
  void described(int line, String description, String expected) {
    found.add(new Problem(file, line, description, expected, Option.none()));
  }

  private static String description(Yaml value) {
    return switch (value) {
      case Yaml.Mapping mapping -> "a mapping";
      case Yaml.Sequence sequence -> "a list";
      case Yaml.Scalar scalar -> scalar.isNull() ? "nothing" : quoted(scalar.text());
    };
  }

  /** What the file should be. */
  String whole() {
    return whole;
  }

  /** For problems that count only if something else turns out well. */
  Problems forATrial() {
    return new Problems(file, whole);
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  boolean areNone() {
    return found.isEmpty();
  }

  /** All of them, by line. */
  Vector<Problem> inOrder() {
    return Vector.ofAll(found).sortBy(Problem::line);
  }

  private static String quoted(String text) {
    // A problem is one line, so that editors and scripts can take it apart.
    String printable = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ");
    return "\""
        + (printable.length() <= LONGEST_QUOTE
            ? printable
            : printable.substring(0, LONGEST_QUOTE) + "...")
        + "\"";
  }
}
