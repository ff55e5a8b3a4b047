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

  /** Two stories never have the same path, also where capitals do not count. */
  public Book {
    entries =
        entries.foldLeft(
            Vector.<Entry>empty(),
            (before, entry) ->
                before.append(
                    Vector.rangeClosed(1, before.size() + 1)
                        .map(entry::numbered)
                        .find(each -> before.forAll(other -> !each.isInTheWayOf(other)))
                        .get()));
  }

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
      Option<Story> story) {

    private boolean isInTheWayOf(Entry other) {
      return story.exists(
          mine -> other.story.exists(theirs -> mine.name().equalsIgnoreCase(theirs.name())));
    }

    private Entry numbered(int number) {
      return new Entry(
          group, name, status, verdict, remark, story.map(each -> each.numbered(number)));
    }
  }

  /** The stories, in order. */
  public Vector<Story> stories() {
    return entries.flatMap(Entry::story);
  }
}
