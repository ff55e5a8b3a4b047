package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.scenario.Scenario;

/**
 * A finding, and the runs that show it.
 *
 * @param path where its reports belong: the names of folders, then that of the files without ending
 * @param title what it is about
 * @param finding what was found
 * @param search how it was found; none if somebody wrote it
 * @param scenario what servers answer and what is done
 * @param tellings the runs: one, or two that differ
 * @param repairs what would mend it
 */
public record Story(
    Vector<String> path,
    String title,
    Finding finding,
    Option<Search> search,
    Scenario scenario,
    Vector<Telling> tellings,
    Vector<Repair> repairs) {

  /** The same story with what would mend it. */
  public Story withRepairs(Vector<Repair> found) {
    return new Story(path, title, finding, search, scenario, tellings, found);
  }

  /** The path as one text, as it tells stories apart. */
  public String name() {
    return path.mkString("/");
  }
}
