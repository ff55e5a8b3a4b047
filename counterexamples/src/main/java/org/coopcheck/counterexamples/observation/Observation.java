package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Labels.Label;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.World;

/**
 * What can be seen of all windows at one moment of a run.
 *
 * @param windows the windows that have come to be, in the order in which the labels first appear
 * @param handles the handles that open windows have, in the same order
 */
public record Observation(Vector<WindowFacts> windows, Vector<HandleFacts> handles) {

  /** What can be seen before the first step. */
  public static final Observation NOTHING = new Observation(Vector.empty(), Vector.empty());

  /** The window under the label. */
  public Option<WindowFacts> window(String label) {
    return windows.find(window -> window.label().equals(label));
  }

  /**
   * @param run a run
   * @return what can be seen after each of its steps
   */
  public static Vector<Observation> afterEachStep(ScenarioRun run) {
    return run.steps()
        .scanLeft(new State(run, Labels.NONE, Numbers.NONE, NOTHING), State::after)
        .tail()
        .map(State::seen);
  }

  /**
   * What is known while the steps are gone through.
   *
   * @param run the run
   * @param labels the labels so far
   * @param numbers the numbers given so far
   * @param seen what was seen last
   */
  private record State(ScenarioRun run, Labels labels, Numbers numbers, Observation seen) {

    State after(Taken taken) {
      var world = taken.after();
      var labelsNow = labels.after(taken);
      var there = labelsNow.all().filter(label -> isThere(world, label));
      var numbersNow =
          numbers.after(
              world,
              there.map(label -> world.activeDocument(label.window())),
              Processes.processes(world, run.variant(), run.capabilities()));
      var now = new Now(world, run, labelsNow, numbersNow);
      var windows =
          labelsNow
              .all()
              .flatMap(
                  label ->
                      there.contains(label)
                          ? Option.some(now.window(label))
                          : seen.window(label.text()).map(WindowFacts::closed));
      return new State(
          run, labelsNow, numbersNow, new Observation(windows, there.flatMap(now::handles)));
    }
  }

  /** Whether the window is there and no window around it is hidden in session history. */
  private static boolean isThere(World world, Label label) {
    return world.hasNavigable(label.window())
        && world.isFullyActive(world.activeDocument(label.window()));
  }

  /**
   * One moment.
   *
   * @param world the world
   * @param run the run
   * @param labels what the labels stand for
   * @param numbers the numbers of things
   */
  private record Now(World world, ScenarioRun run, Labels labels, Numbers numbers) {

    WindowFacts window(Label label) {
      var id = label.window();
      var document = world.activeDocument(id);
      return new WindowFacts(
          label.text(),
          world.isTopLevel(document),
          world.parent(id).map(labels::nameOf),
          document.url(),
          document.origin(),
          document.isInitialAboutBlank(),
          true,
          document.error(),
          Access.opener(world, document).map(labels::nameOf),
          world.navigable(id).targetName(),
          document.openerPolicy(),
          document.coopOrigin(),
          document.policyContainer().embedderPolicy(),
          CrossOriginIsolation.isCapable(world, document),
          CrossOriginIsolation.unmetConditions(world, document),
          numbers.browsingContextGroup(world, document),
          numbers.coopGroup(world, document),
          numbers.virtualBrowsingContextGroup(world, document),
          numbers.agentCluster(world, document),
          numbers.process(document),
          document.activeSandboxingFlags().toVector());
    }

    Vector<HandleFacts> handles(Label from) {
      var document = world.activeDocument(from.window());
      var handles = Access.handlesOf(world, document);
      return labels
          .all()
          .filter(to -> !to.equals(from))
          .flatMap(
              to ->
                  handles
                      .find(handle -> handle.navigable().equals(to.window()))
                      .map(handle -> facts(from.text(), to.text(), document, handle)));
    }

    private HandleFacts facts(String from, String to, Document document, Handle handle) {
      return new HandleFacts(
          from,
          to,
          handle.obtained(),
          !Access.isOpen(world, handle),
          Access.readableProperties(world, document, handle, run.variant()),
          Access.hasDom(world, document, handle, run.variant()));
    }
  }
}
