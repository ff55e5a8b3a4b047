package org.coopcheck.counterexamples.report.markdown;

import io.vavr.collection.Vector;
import java.util.stream.Collectors;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.model.decision.Source;

/** Text that means in Markdown what it says. */
final class Markdown {
  private static final int LONGEST = 1_000;
  private static final String MARKUP = "\\`*_{}[]|~$";
  private static final String NOTHING = "<!-- -->";

  private Markdown() {}

  /** Any text, on one line: no markup, nobody mentioned, no address made a link. */
  static String words(String text) {
    return Visible.text(Visible.clipped(text, LONGEST))
        .codePoints()
        .mapToObj(Markdown::escaped)
        .collect(Collectors.joining())
        .replace("://", ":" + NOTHING + "//")
        .replace("www.", "www" + NOTHING + ".");
  }

  private static String escaped(int c) {
    if (MARKUP.indexOf(c) >= 0) return "\\" + (char) c;
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      // NB: what stands between them and a name keeps trackers from finding people and issues.
      case '@', '#' -> (char) c + NOTHING;
      default -> Character.toString(c);
    };
  }

  /** A link to who says so. */
  static String link(String text, Source source) {
    return "[%s](<%s>)".formatted(words(text), source.link().toASCIIString().replace(">", "%3E"));
  }

  /** Lines as they are, whatever is in them. */
  static String block(String language, Vector<String> lines) {
    int longest =
        lines
            .map(line -> line.replaceAll("[^`]+", " ").split(" ", -1))
            .flatMap(Vector::of)
            .map(String::length)
            .max()
            .getOrElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return lines.map(Visible::text).mkString(fence + language + "\n", "\n", "\n" + fence + "\n");
  }
}
