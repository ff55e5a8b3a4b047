package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Labels.Label;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.Handle;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * What is known of a run while its steps are gone through, one by one.
 *
 * @param variant the rules of the run
 * @param capabilities what the browser is able to do
 * @param labels the labels so far
 * @param numbers the numbers given so far
 * @param seen what was seen last
 */
public record Watch(
    Variant variant, Capabilities capabilities, Labels labels, Numbers numbers, Observation seen) {

  /** Before the first step. */
  public static Watch begun(Variant variant, Capabilities capabilities) {
    return new Watch(variant, capabilities, Labels.NONE, Numbers.NONE, Observation.NOTHING);
  }

  /** The action with the windows that its labels stand for. */
  public Action meant(Action written) {
    return written.renamed(this::meant);
  }

  /** The window that the label stands for. */
  public NavigableId meant(NavigableId label) {
    return labels
        .all()
        .find(each -> each.text().equals(label.label()))
        .map(Label::window)
        .getOrElse(label);
  }

  /** After one more step. */
  public Watch after(Taken taken) {
    var world = taken.after();
    var labelsNow = labels.after(taken);
    var there = labelsNow.all().filter(label -> isThere(world, label));
    var numbersNow =
        numbers.after(
            world,
            there.map(label -> world.activeDocument(label.window())),
            Processes.processes(world, variant, capabilities));
    var now = new Now(world, variant, labelsNow, numbersNow);
    var windows =
        labelsNow
            .all()
            .flatMap(
                label ->
                    there.contains(label)
                        ? Option.some(now.window(label))
                        : seen.window(label.text()).map(WindowFacts::closed));
    return new Watch(
        variant,
        capabilities,
        labelsNow,
        numbersNow,
        new Observation(windows, there.flatMap(now::handles)));
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
   * @param variant the rules
   * @param labels what the labels stand for
   * @param numbers the numbers of things
   */
  private record Now(World world, Variant variant, Labels labels, Numbers numbers) {

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
          Access.readableProperties(world, document, handle, variant),
          Access.hasDom(world, document, handle, variant));
    }
  }
}
