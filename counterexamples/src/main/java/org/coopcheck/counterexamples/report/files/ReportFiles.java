package org.coopcheck.counterexamples.report.files;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.story.Book;

/** The files of a book. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * @param book what a command has to tell
   * @param formats in which formats
   */
  public static Vector<ReportFile> of(Book book, SortedSet<Format> formats) {
    return book.stories().flatMap(story -> formats.toVector().map(format -> format.of(story)));
  }
}
