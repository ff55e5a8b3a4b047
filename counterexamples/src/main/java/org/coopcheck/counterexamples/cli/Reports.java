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
 * @param entries the same, for each thing that it found
 * @param written the files
 * @param out where they are
 */
record Reports(
    Book book, Vector<Vector<Entry>> entries, Vector<Written> written, OutDirectory out) {

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
    var each = SideBySide.run(found, told);
    var book = new Book(title, each.flatMap(entries -> entries));
    var files =
        SideBySide.run(book.stories(), story -> ReportFiles.of(story, ReportFiles.ALL))
            .flatMap(ofStory -> ofStory)
            .appendAll(ReportFiles.ofTheWhole(book, ReportFiles.ALL));
    return new Reports(
        book, parted(book.entries(), each.map(Vector::size)), files.map(out::write), out);
  }

  private static Vector<Vector<Entry>> parted(Vector<Entry> entries, Vector<Integer> sizes) {
    return sizes
        .scanLeft(0, Integer::sum)
        .zip(sizes)
        .map(part -> entries.slice(part._1, part._1 + part._2));
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
