package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.Verdict;

/** What {@code check} found, as JSON. */
public final class CheckJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CheckJson() {}

  /** One verdict. */
  public static ObjectNode of(Checked checked) {
    var json =
        JSON.objectNode()
            .put("variant", checked.variant().name())
            .put("invariant", checked.invariant().name())
            .put("verdict", checked.verdict().word())
            .put("engine", "exhaustive");
    json.set("bound", BoundJson.of(checked.bound()));
    json.put("complete", checked.isComplete())
        .put("worlds", checked.worlds())
        .put("transitions", checked.transitions())
        .put("seconds", checked.elapsed().toMillis() / 1000.0);
    if (checked.verdict() instanceof Verdict.Violated(var counterexample)) {
      var found = json.putObject("counterexample");
      found.set("scenario", ScenarioJson.of(counterexample.scenario()));
      found
          .put("explanation", counterexample.explanation())
          .put("steps", counterexample.scenario().steps().size());
    } else {
      json.putNull("counterexample");
    }
    return json;
  }
}
