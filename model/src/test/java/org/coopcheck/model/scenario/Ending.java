package org.coopcheck.model.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.process.Processes;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.AgentCluster;
import org.coopcheck.model.world.BrowsingContext;
import org.coopcheck.model.world.BrowsingContextGroup;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/** What tests ask about the end of a {@link Story}. Windows are named by their labels. */
public record Ending(ScenarioRun run) {

  public World world() {
    return run.finalWorld();
  }

  /** The reports of all steps, in order. */
  public Vector<Report> reports() {
    return run.steps().flatMap(ScenarioRun.Taken::reports);
  }

  public boolean isThere(String label) {
    return world().hasNavigable(new NavigableId(label));
  }

  public Document document(String label) {
    return world().activeDocument(new NavigableId(label));
  }

  public BrowsingContext browsingContext(String label) {
    return world().activeBrowsingContext(new NavigableId(label));
  }

  public String url(String label) {
    return document(label).url().toString();
  }

  /** The serialization of the origin; {@code opaque} for every opaque one. */
  public String origin(String label) {
    return document(label).origin().toString().replaceAll("opaque-.*", "opaque");
  }

  public OpenerPolicyValue openerPolicy(String label) {
    return document(label).openerPolicy().value();
  }

  public String embedderPolicy(String label) {
    return document(label).policyContainer().embedderPolicy().value().token();
  }

  public Option<LoadError> error(String label) {
    return document(label).error();
  }

  public String name(String label) {
    return world().navigable(new NavigableId(label)).targetName();
  }

  public BrowsingContextGroup group(String label) {
    return world().groupOf(document(label));
  }

  public boolean sameGroup(String a, String b) {
    return group(a).equals(group(b));
  }

  public AgentCluster cluster(String label) {
    return world().agentClusterOf(document(label));
  }

  public boolean isIsolated(String label) {
    return CrossOriginIsolation.isCapable(world(), document(label));
  }

  /** The label of what {@code window.opener} reads, or {@code null}. */
  public String opener(String label) {
    return Access.opener(world(), document(label)).map(NavigableId::label).getOrElse("null");
  }

  /** What {@code closed} reads on the handle that the one window has on the other. */
  public boolean isClosed(String by, String target) {
    return Access.handleOn(world(), document(by), new NavigableId(target))
        .map(handle -> !Access.isOpen(world(), handle))
        .get();
  }

  public boolean hasHandle(String by, String target) {
    return Access.handleOn(world(), document(by), new NavigableId(target)).isDefined();
  }

  /** Whether the two windows still have each other, as opener and popup do. */
  public boolean areConnected(String opener, String popup) {
    return sameGroup(opener, popup) && !isClosed(opener, popup) && opener(popup).equals(opener);
  }

  /** The labels of the windows whose documents need one process, for each process. */
  public Vector<Vector<String>> forcedClasses() {
    return Processes.forcedClasses(world(), run.variant(), run.capabilities())
        .map(
            ids ->
                ids.toVector()
                    .map(id -> world().navigableOf(world().document(id)).label())
                    .sorted());
  }

  // The last step.

  public Outcome outcome() {
    return run.steps().last().step().outcome();
  }

  /** Whether the last step was done, and threw nothing. */
  public boolean isAllowed() {
    return switch (outcome()) {
      case Outcome.NotDone notDone -> false;
      case Outcome.Done done -> true;
      case Outcome.Navigated(var swap, var error) -> !error.contains(LoadError.BLOCKED);
      case Outcome.Opened opened -> true;
      case Outcome.Used used -> used.isAllowed();
      case Outcome.Found(var window) -> window.isDefined();
    };
  }

  /** How far the last step went. */
  public Swap swap() {
    return switch (outcome()) {
      case Outcome.Navigated(var swap, var error) -> swap;
      case Outcome.Opened opened -> opened.swap();
      case Outcome.Used(var isAllowed, var why, var navigated) -> navigated.get().swap();
      case Outcome.NotDone notDone -> throw new AssertionError(notDone.why());
      case Outcome.Done done -> Swap.NONE;
      case Outcome.Found found -> Swap.NONE;
    };
  }

  /** The label of what {@code window.open()} chose or found in the last step, or {@code null}. */
  public String chosen() {
    return switch (outcome()) {
      case Outcome.Opened opened -> opened.window().label();
      case Outcome.Found(var window) -> window.map(NavigableId::label).getOrElse("null");
      case Outcome.NotDone notDone -> "null";
      case Outcome.Done done -> "null";
      case Outcome.Navigated navigated -> "null";
      case Outcome.Used used -> "null";
    };
  }
}
