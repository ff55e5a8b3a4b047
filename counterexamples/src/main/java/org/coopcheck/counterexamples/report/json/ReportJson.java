package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.ScenarioRun;

/** Reports: who is told what, and in which step. */
final class ReportJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReportJson() {}

  /** The reports of a run that somebody gets, in the order in which they are queued. */
  static Vector<ObjectNode> delivered(ScenarioRun run) {
    return run.steps()
        .flatMap(
            taken ->
                taken.reports().filter(Report::isDelivered).map(each -> of(each, taken.number())));
  }

  /** Those that nobody gets: no response declares where their endpoint is. */
  static Vector<ObjectNode> lost(ScenarioRun run) {
    return run.steps()
        .flatMap(
            taken ->
                taken.reports().reject(Report::isDelivered).map(each -> of(each, taken.number())));
  }

  static ObjectNode of(Report report, int step) {
    var json =
        JSON.objectNode()
            .put("endpoint", report.endpoint().getOrNull())
            .put("to", report.reporter().origin().toString())
            .put("endpointUrl", report.endpointUrl().map(Url::toString).getOrNull())
            .put("url", report.url().toString())
            .put("type", "coop")
            .put("step", step);
    json.putObject("cause")
        .put("rule", report.cause().id())
        .put("source", report.cause().source().link().toString());
    var body = json.putObject("body");
    report.body().forEach((name, value) -> body.put(name, value.getOrNull()));
    return json;
  }
}
