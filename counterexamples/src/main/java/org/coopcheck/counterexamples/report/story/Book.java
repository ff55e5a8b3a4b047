package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * All that one command has to tell.
 *
 * @param title which command, about what
 * @param entries its verdicts, in order
 */
public record Book(String title, Vector<Entry> entries) {

  /** How a verdict is to be taken. */
  public enum Status {
    /** As it should be. */
    GOOD,
    /** Not as it should be. */
    BAD,
    /** Nothing is known, or nothing was asked. */
    OPEN
  }

  /**
   * A verdict.
   *
   * @param group what it is about: rules, a command, a file
   * @param name what was asked
   * @param status how it is to be taken
   * @param verdict the word for it
   * @param remark what else is to be said
   * @param story what shows it
   */
  public record Entry(
      String group,
      String name,
      Status status,
      String verdict,
      String remark,
      Option<Story> story) {}

  /** The stories, in order. */
  public Vector<Story> stories() {
    return entries.flatMap(Entry::story);
  }
}
