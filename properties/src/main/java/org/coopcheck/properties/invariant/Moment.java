package org.coopcheck.properties.invariant;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.Reports;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * What an invariant looks at: a world, and the step that led to it.
 *
 * @param before the world before the step
 * @param server the servers before the step
 * @param action the step
 * @param world the world after the step
 * @param variant the rules of the run
 * @param capabilities the capabilities of the run's browser
 */
public record Moment(
    World before,
    Server server,
    Action action,
    World world,
    Variant variant,
    Capabilities capabilities) {

  /** The reports that the step queues; the step is taken once more to hear them. */
  public Vector<Report> reports() {
    return reportsOf(before, action);
  }

  /** The reports that would follow at once if a script used a window. */
  public Vector<Report> reportsOfUsing(NavigableId window, NavigableId by) {
    return reportsOf(
        world, new Action.UseProperty(window, by, "postMessage", Option.none(), Option.none()));
  }

  private Vector<Report> reportsOf(World from, Action taken) {
    var reports = new Reports.Kept();
    var rules = new Rules(variant, capabilities, Decisions.UNHEARD, reports);
    Interpreter.step(from, server, taken, rules);
    return reports.inOrder();
  }

  /** The same where the step has not been taken yet: its world is the one before. */
  public Moment beforeTheStep() {
    return new Moment(before, server, action, before, variant, capabilities);
  }

  /** The same step with another action. */
  public Moment with(Action other) {
    var rules = Rules.unheard(variant, capabilities);
    return new Moment(
        before,
        server,
        other,
        Interpreter.step(before, server, other, rules).world(),
        variant,
        capabilities);
  }

  /** The same step with other servers. */
  public Moment with(Server other) {
    var rules = Rules.unheard(variant, capabilities);
    return new Moment(
        before,
        other,
        action,
        Interpreter.step(before, other, action, rules).world(),
        variant,
        capabilities);
  }
}
