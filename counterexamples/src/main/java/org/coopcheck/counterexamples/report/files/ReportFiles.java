package org.coopcheck.counterexamples.report.files;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.html.IndexHtml;
import org.coopcheck.counterexamples.report.html.IndexHtml.Place;
import org.coopcheck.counterexamples.report.junit.BookJUnit;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Story;

/** The files of a book. */
public final class ReportFiles {
  /** All formats. */
  public static final SortedSet<Format> ALL = TreeSet.of(Format.values());

  /** Where the page is that leads to all others. */
  public static final Vector<String> INDEX = Vector.of("index.html");

  private static final Vector<String> JUNIT = Vector.of("junit.xml");

  private ReportFiles() {}

  /**
   * @param book what a command has to tell
   * @param formats in which formats each story is told
   * @return the files of the stories, then those of the whole; the index is the last
   */
  public static Vector<ReportFile> of(Book book, SortedSet<Format> formats) {
    return book.stories().flatMap(story -> of(story, formats)).appendAll(ofTheWhole(book, formats));
  }

  /**
   * @param story one of the stories of a book
   * @param formats in which formats it is told
   */
  public static Vector<ReportFile> of(Story story, SortedSet<Format> formats) {
    var drawn = Drawn.of(story);
    return formats.toVector().map(format -> format.of(drawn));
  }

  /**
   * @param book what a command has to tell
   * @param formats in which formats its stories are told
   * @return the files that are about all of it; the index is the last
   */
  public static Vector<ReportFile> ofTheWhole(Book book, SortedSet<Format> formats) {
    return Vector.of(
        new ReportFile(JUNIT, BookJUnit.of(book)),
        new ReportFile(INDEX, IndexHtml.of(book, story -> places(story, formats))));
  }

  private static Vector<Place> places(Story story, SortedSet<Format> formats) {
    return formats.toVector().map(format -> new Place(format.word(), format.pathOf(story)));
  }
}
