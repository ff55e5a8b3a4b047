package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.counterexamples.search.Verdict.Counterexample;

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
    if (checked.verdict() instanceof Verdict.Violated violated) {
      json.set("counterexample", counterexample(violated.counterexample()));
      violated.others().forEach(other -> json.withArray("others").add(counterexample(other)));
    } else {
      json.putNull("counterexample");
    }
    return json;
  }

  private static ObjectNode counterexample(Counterexample counterexample) {
    var json = JSON.objectNode();
    json.set("scenario", ScenarioJson.of(counterexample.scenario()));
    return json.put("explanation", counterexample.explanation())
        .put("steps", counterexample.scenario().steps().size());
  }
}
