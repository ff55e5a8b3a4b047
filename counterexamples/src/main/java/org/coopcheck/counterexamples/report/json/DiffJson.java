package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.coopcheck.counterexamples.search.DifferenceSearch.Found;
import org.coopcheck.model.decision.Decision;

/** What {@code diff} found, as JSON. */
public final class DiffJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DiffJson() {}

  /** One cause, the smallest scenario, and what comes of it in both variants. */
  public static ObjectNode of(Found found) {
    var divergence = found.divergence();
    var first = divergence.differences().head();
    var json =
        JSON.objectNode()
            .put("cause", divergence.cause().key())
            .put("observable", first.observable().word());
    json.set("scenario", ScenarioJson.of(found.scenario()));
    json.put("a", first.a()).put("b", first.b()).put("step", divergence.step());
    var differences = json.putArray("differences");
    divergence.differences().map(DiffJson::of).forEach(differences::add);
    var decisions = json.putObject("decisions");
    set(decisions, "a", divergence.cause().a());
    set(decisions, "b", divergence.cause().b());
    json.putObject("variants")
        .put("a", divergence.a().variant().name())
        .put("b", divergence.b().variant().name());
    return json;
  }

  private static ObjectNode of(Difference difference) {
    return JSON.objectNode()
        .put("observable", difference.observable().word())
        .put("of", difference.of())
        .put("a", difference.a())
        .put("b", difference.b());
  }

  private static void set(ObjectNode json, String name, Option<Decision> decision) {
    json.set(name, decision.map(it -> ResultJson.decision(it)).getOrNull());
  }
}
