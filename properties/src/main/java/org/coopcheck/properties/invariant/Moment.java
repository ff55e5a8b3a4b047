package org.coopcheck.properties.invariant;

import io.vavr.collection.Vector;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.Reports;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
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
    var reports = new Reports.Kept();
    var rules = new Rules(variant, capabilities, Decisions.UNHEARD, reports);
    Interpreter.step(before, server, action, rules);
    return reports.inOrder();
  }
}
