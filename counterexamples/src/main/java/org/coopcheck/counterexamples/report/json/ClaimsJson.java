package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.coopcheck.counterexamples.search.ClaimSearch.Derived;

/** What {@code claims} derived, as JSON. */
public final class ClaimsJson {
  private ClaimsJson() {}

  /** One prediction. */
  public static ObjectNode of(Derived derived) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", derived.claim().id())
            .put("statement", derived.claim().statement())
            .put("seed", derived.claim().seeds().mkString(" "))
            .put("variant", derived.entry().variant())
            .put("expected", derived.entry().expected().word())
            .put("verdict", derived.verdict())
            .put("matches", derived.matches());
    derived
        .checked()
        .peek(checked -> json.set("bound", BoundJson.of(checked.bound())))
        .onEmpty(() -> json.putNull("bound"));
    derived
        .run()
        .peek(run -> json.set("scenario", ScenarioJson.of(run.scenario())))
        .onEmpty(() -> json.putNull("scenario"));
    return json;
  }
}
