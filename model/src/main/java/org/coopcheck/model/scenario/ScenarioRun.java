package org.coopcheck.model.scenario;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.action.Step;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.decision.ModelDefect;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.Reports;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.WellFormedness;
import org.coopcheck.model.world.World;

/**
 * A scenario that was run.
 *
 * @param variant the rules
 * @param capabilities what the browser was able to do
 * @param steps the steps, in order
 * @param labels what each label of the scenario stands for; most stand for themselves, but a {@code
 *     window.open()} that chose a window makes its label another name of that window
 */
public record ScenarioRun(
    Variant variant,
    Capabilities capabilities,
    Vector<Taken> steps,
    SortedMap<NavigableId, NavigableId> labels) {

  /**
   * A step that was taken.
   *
   * @param number its number, from 1
   * @param written the action as the scenario has it
   * @param action the action with the windows that its labels stand for
   * @param before the world before it
   * @param serverBefore the servers before it
   * @param step what came of it
   * @param decisions which rules decided so
   * @param reports the reports that were queued
   */
  public record Taken(
      int number,
      Action written,
      Action action,
      World before,
      Server serverBefore,
      Step step,
      Vector<Decision> decisions,
      Vector<Report> reports) {

    /** The world after the step. */
    public World after() {
      return step.world();
    }
  }

  /**
   * Runs the scenario from a browser without windows.
   *
   * @param scenario the scenario; which variant it names is not looked at
   * @param variant the rules
   * @param capabilities what the browser is able to do
   */
  public static ScenarioRun of(Scenario scenario, Variant variant, Capabilities capabilities) {
    return of(scenario, variant, capabilities, new ScriptedServer(scenario.responses()));
  }

  /** The same with servers that answer, or listen, in their own way. */
  public static ScenarioRun of(
      Scenario scenario, Variant variant, Capabilities capabilities, Server server) {
    return scenario.steps().foldLeft(begun(variant, capabilities, server), Progress::then).run();
  }

  /**
   * Runs the scenario with one step decided otherwise.
   *
   * @param scenario the scenario
   * @param variant the rules of all steps but one
   * @param capabilities what the browser is able to do
   * @param number the number of that step
   * @param other the rules of that step
   */
  public static ScenarioRun withOneStepUnder(
      Scenario scenario, Variant variant, Capabilities capabilities, int number, Variant other) {
    var server = new ScriptedServer(scenario.responses());
    return scenario
        .steps()
        .zipWithIndex()
        .foldLeft(
            begun(variant, capabilities, server),
            (far, step) -> far.then(step._1, step._2 + 1 == number ? other : variant))
        .run();
  }

  private static Progress begun(Variant variant, Capabilities capabilities, Server server) {
    var start = new ScenarioRun(variant, capabilities, Vector.empty(), TreeMap.empty());
    return new Progress(start, new Step(World.EMPTY, server, new Outcome.Done()));
  }

  private record Progress(ScenarioRun run, Step last) {

    Progress then(Action written) {
      return then(written, run.variant);
    }

    Progress then(Action written, Variant rules) {
      var decisions = new Decisions.Kept();
      var reports = new Reports.Kept();
      var action = written.renamed(id -> run.labels.get(id).getOrElse(id));
      var step =
          Interpreter.step(
              last.world(),
              last.server(),
              action,
              new Rules(rules, run.capabilities, decisions, reports));
      var problems = WellFormedness.problemsOf(step.world());
      ModelDefect.assertThat(
          problems.isEmpty(), "after " + action + ": " + problems.mkString("; "));
      var taken =
          new Taken(
              run.steps.size() + 1,
              written,
              action,
              last.world(),
              last.server(),
              step,
              decisions.inOrder(),
              reports.inOrder());
      return new Progress(
          new ScenarioRun(
              run.variant,
              run.capabilities,
              run.steps.append(taken),
              withNewLabel(run.labels, written, step)),
          step);
    }
  }

  private static SortedMap<NavigableId, NavigableId> withNewLabel(
      SortedMap<NavigableId, NavigableId> labels, Action written, Step step) {
    if (!step.isDone()) return labels;
    return written
        .made()
        .map(
            label ->
                labels.put(
                    label,
                    step.outcome() instanceof Outcome.Opened opened ? opened.window() : label))
        .getOrElse(labels);
  }

  /** The world after the last step. */
  public World finalWorld() {
    return steps.lastOption().map(Taken::after).getOrElse(World.EMPTY);
  }

  /** The last world in which the window was there. */
  public Option<World> lastWorldWith(NavigableId id) {
    return steps.findLast(taken -> taken.after().hasNavigable(id)).map(Taken::after);
  }
}
