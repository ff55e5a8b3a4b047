package org.coopcheck.counterexamples.report.story;

import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;

/**
 * A fact that stands at the top of a report.
 *
 * @param name what it is
 * @param text the fact; may be empty if the source says it all
 * @param source who says so
 */
public record Statement(String name, String text, Option<Source> source) {

  static Statement of(String name, String text) {
    return new Statement(name, text, Option.none());
  }

  static Statement of(String name, String text, Source source) {
    return new Statement(name, text, Option.some(source));
  }
}
