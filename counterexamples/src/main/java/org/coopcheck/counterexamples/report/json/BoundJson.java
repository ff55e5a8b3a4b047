package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coopcheck.properties.bound.Bound;

/** The bound of a search, as JSON. */
final class BoundJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BoundJson() {}

  static ObjectNode of(Bound bound) {
    var json =
        JSON.objectNode()
            .put("windows", bound.windows())
            .put("frames", bound.frames())
            .put("origins", bound.origins())
            .put("redirects", bound.redirects());
    bound
        .steps()
        .map(steps -> json.put("steps", steps))
        .getOrElse(() -> json.put("steps", "unbounded"));
    var values = json.putArray("values");
    bound.values().forEach(value -> values.add(value.token()));
    var actions = json.putArray("actions");
    bound.kinds().forEach(kind -> actions.add(kind.word()));
    json.putObject("capabilities")
        .put("oopif", bound.capabilities().oopif())
        .put("page-isolation", bound.capabilities().pageIsolation())
        .put("isolation", bound.capabilities().isolation().toString());
    return json;
  }
}
