package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.coopcheck.model.SpecVersion;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/** The result of a scenario: what {@code run --json} prints of it. */
public final class ResultJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ResultJson() {}

  /**
   * @param scenario a scenario of which nothing is expected
   * @param run its run
   */
  public static ObjectNode of(Scenario scenario, ScenarioRun run) {
    return of(ScenarioFile.of(scenario), run);
  }

  /**
   * @param file a scenario with what its author expects
   * @param run its run
   */
  public static ObjectNode of(ScenarioFile file, ScenarioRun run) {
    return of(file, run, Invariants.meantFor(run.variant(), file.scenario()));
  }

  /**
   * @param scenario a scenario of which nothing is expected
   * @param run its run
   * @param asked the invariants whose violations are told; to ask takes longer than to run
   */
  public static ObjectNode of(Scenario scenario, ScenarioRun run, Vector<Invariant> asked) {
    return of(ScenarioFile.of(scenario), run, asked);
  }

  private static ObjectNode of(ScenarioFile file, ScenarioRun run, Vector<Invariant> asked) {
    var scenario = file.scenario();
    var seen = Observation.afterEachStep(run);
    var result = JSON.objectNode();
    result.put("coopcheck", 1);
    result.put("title", scenario.title());
    if (file.isOneOfManyLines()) result.put("file", file.fileName()).put("line", file.line());
    result.put("variant", run.variant().name());
    result.put("standard", SpecVersion.STANDARD);
    result.set("steps", JSON.arrayNode().addAll(steps(run, seen).asJava()));
    result.set("final", ObservationJson.of(seen.lastOption().getOrElse(Observation.NOTHING)));
    result.set("reports", JSON.arrayNode().addAll(ReportJson.delivered(run).asJava()));
    result.set("lostReports", JSON.arrayNode().addAll(ReportJson.lost(run).asJava()));
    var violations = result.putArray("violations");
    FirstViolation.in(scenario, run, asked)
        .forEach(
            each ->
                violations
                    .addObject()
                    .put("invariant", each.invariant().name())
                    .put("step", each.step())
                    .put("explanation", each.violation().explanation()));
    result.set("expectations", expectations(file, result));
    return result;
  }

  private static Vector<ObjectNode> steps(ScenarioRun run, Vector<Observation> seen) {
    return run.steps().zip(seen).map(ResultJson::step);
  }

  private static ObjectNode step(Tuple2<Taken, Observation> step) {
    var taken = step._1;
    var json = JSON.objectNode().put("step", taken.number());
    json.set("action", ScenarioJson.of(taken.written()));
    json.set("outcome", OutcomeJson.of(taken));
    var decisions = json.putArray("decisions");
    taken.decisions().map(ResultJson::decision).forEach(decisions::add);
    json.set("world", ObservationJson.of(step._2));
    return json;
  }

  static ObjectNode decision(Decision decision) {
    var json =
        JSON.objectNode()
            .put("rule", decision.rule().id())
            .put("source", decision.rule().source().link().toString());
    var given = json.putObject("given");
    decision.given().forEach(operand -> given.put(operand.name(), operand.value()));
    return json.put("result", decision.result());
  }

  private static ObjectNode expectations(ScenarioFile file, ObjectNode result) {
    var mismatches =
        file.expect()
            .map(expect -> Expectations.mismatches(expect, result))
            .getOrElse(Vector.empty());
    var json = JSON.objectNode().put("met", mismatches.isEmpty());
    var list = json.putArray("mismatches");
    for (var each : mismatches) {
      var mismatch = list.addObject().put("path", each.path());
      mismatch.set("expected", each.expected());
      mismatch.set("found", each.found());
    }
    return json;
  }
}
