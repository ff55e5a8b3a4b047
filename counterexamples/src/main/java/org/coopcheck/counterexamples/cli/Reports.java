package org.coopcheck.counterexamples.cli;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.cli.OutDirectory.Written;
import org.coopcheck.counterexamples.report.files.Format;
import org.coopcheck.counterexamples.report.files.ReportFiles;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.text.Line;

/**
 * The reports of a command that searched.
 *
 * @param book what it has to tell
 * @param written the files
 * @param out where they are
 */
record Reports(Book book, Vector<Written> written, OutDirectory out) {

  /**
   * Writes all reports.
   *
   * @param title which command it was
   * @param found what it found
   * @param told what there is to tell of each
   * @param out where to
   */
  static <T> Reports write(
      String title, Vector<T> found, Function1<T, Vector<Entry>> told, OutDirectory out) {
    var book = new Book(title, SideBySide.run(found, told).flatMap(each -> each));
    var files =
        SideBySide.run(book.stories(), story -> ReportFiles.of(story, ReportFiles.ALL))
            .flatMap(each -> each)
            .appendAll(ReportFiles.ofTheWhole(book, ReportFiles.ALL));
    return new Reports(book, files.map(out::write), out);
  }

  /** What has to be said of the scenario of a story. */
  Vector<Line> remark(Story story) {
    String scenario = scenario(story);
    return written.filter(each -> each.file().equals(scenario)).flatMap(Written::remark);
  }

  /** The scenario of a story, as users would write its path. */
  String scenario(Story story) {
    return out.path(Format.YAML.pathOf(story));
  }

  /** Where everything is. */
  Line index() {
    return Line.of("reports: " + out.path(ReportFiles.INDEX));
  }
}
