package org.coopcheck.counterexamples.cli;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.cli.OutDirectory.Written;
import org.coopcheck.counterexamples.engine.Workers;
import org.coopcheck.counterexamples.report.files.Format;
import org.coopcheck.counterexamples.report.files.ReportFiles;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.text.Line;

/**
 * The reports of a command that searched.
 *
 * @param told what is told of each thing that it found
 * @param written the files
 * @param out where they are
 */
record Reports<T>(Vector<Told<T>> told, Vector<Written> written, OutDirectory out) {

  /**
   * @param found something that was found
   * @param entries what there is to tell of it
   */
  record Told<T>(T found, Vector<Entry> entries) {

    /** What shows it. */
    Vector<Story> stories() {
      return entries.flatMap(Entry::story);
    }
  }

  /**
   * Writes all reports.
   *
   * @param title which command it was
   * @param found what it found
   * @param entries what there is to tell of each
   * @param out where to
   */
  static <T> Reports<T> write(
      String title, Vector<T> found, Function1<T, Vector<Entry>> entries, OutDirectory out) {
    var ofEach = SideBySide.run(found, Workers.all(), entries);
    var book = new Book(title, ofEach.flatMap(each -> each));
    var files =
        SideBySide.run(
                book.stories(), Workers.all(), story -> ReportFiles.of(story, ReportFiles.ALL))
            .flatMap(each -> each)
            .appendAll(ReportFiles.ofTheWhole(book, ReportFiles.ALL));
    // NB: the book has given numbers to stories of one name.
    var ends = ofEach.map(Vector::size).scanLeft(0, Integer::sum);
    var told =
        found
            .zip(ends.zip(ends.tail()))
            .map(each -> new Told<>(each._1, book.entries().slice(each._2._1, each._2._2)));
    return new Reports<>(told, files.map(out::write), out);
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
