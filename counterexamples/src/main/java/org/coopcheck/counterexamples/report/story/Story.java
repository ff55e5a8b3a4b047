package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.counterexamples.search.Decisive;
import org.coopcheck.counterexamples.search.Repairs;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Sight;

/**
 * A finding, and the runs that show it.
 *
 * @param path where its reports belong: the names of folders, then that of the files without ending
 * @param title what it is about
 * @param finding what was found
 * @param search how it was found; none if somebody wrote it
 * @param scenario what servers answer and what is done
 * @param tellings the runs: one, or two that differ
 * @param turnsOn the decision that it turns on, if something is violated
 * @param repairs what would mend it
 */
public record Story(
    Vector<String> path,
    String title,
    Finding finding,
    Option<Search> search,
    Scenario scenario,
    Vector<Telling> tellings,
    Option<Decisive> turnsOn,
    Vector<Repair> repairs) {

  /** A story that cannot be mended: nothing is violated in it. */
  Story(
      Vector<String> path,
      String title,
      Finding finding,
      Option<Search> search,
      Scenario scenario,
      Vector<Telling> tellings) {
    this(path, title, finding, search, scenario, tellings, Option.none(), Vector.empty());
  }

  /** The same story with what there is to say of the violation that it is about. */
  Story mended(Invariant invariant) {
    var run = tellings.head().run();
    return new Story(
        path,
        title,
        finding,
        search,
        scenario,
        tellings,
        // Whether runs differ is not for one step of one of them to say.
        Option.when(
            invariant.sight() != Sight.RUNS,
            () -> Decisive.of(scenario, invariant, run.variant(), run.capabilities())),
        Repair.of(Repairs.of(scenario, invariant, run.variant(), run.capabilities())));
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

  /** The decisions of a step that are told: those that matter, and the one that all turns on. */
  public Vector<Decision> decisionsOf(Picture step) {
    var matter = step.decisionsThatMatter();
    return step.taken()
        .decisions()
        .filter(decision -> matter.contains(decision) || isDecisive(step, decision));
  }

  /** Whether the violation turns on the decision. */
  public boolean isDecisive(Picture step, Decision decision) {
    return turnsOn.exists(
        it -> it.step() == step.taken().number() && it.decision().contains(decision));
  }

  /** What is told of a step. */
  private record Told(
      Vector<Decision> decisions, Vector<Line> outcome, Vector<Report> reports, Observation after) {
    static Told of(Picture step) {
      return new Told(
          step.decisionsThatMatter(), step.outcome(), step.taken().reports(), step.after());
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
        turnsOn,
        repairs);
  }

  /** The path as one text, as it tells stories apart. */
  public String name() {
    return path.mkString("/");
  }
}
