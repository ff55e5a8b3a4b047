package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.model.decision.Decision;
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

  /** How many steps it has. */
  public int steps() {
    return tellings.map(telling -> telling.steps().size()).max().getOrElse(0);
  }

  /**
   * The runs that tell something of their own of a step: until they part, that is only the first.
   *
   * @param index the place of the step, from 0
   * @return the places of the runs
   */
  public Vector<Integer> toldAt(int index) {
    var told = tellings.map(telling -> Told.of(telling.steps().get(index)));
    return Vector.range(0, tellings.size()).filter(place -> told.indexOf(told.get(place)) == place);
  }

  /** What is told of a step. */
  private record Told(Vector<Decision> decisions, Vector<Line> outcome, Observation after) {
    static Told of(Picture step) {
      return new Told(step.decisionsThatMatter(), step.outcome(), step.after());
    }
  }

  /** The same story where there are others of its name. */
  Story numbered(int number) {
    String suffix = number == 1 ? "" : "-" + number;
    return new Story(
        path.init().append(path.last() + suffix),
        title,
        finding,
        search,
        scenario,
        tellings,
        repairs);
  }

  /** The path as one text, as it tells stories apart. */
  public String name() {
    return path.mkString("/");
  }
}
