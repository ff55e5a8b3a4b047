package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;

/** The bound of a search, as JSON. */
public final class BoundJson {
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

  /** The bound that the JSON tells of; none if it tells of no bound. */
  public static Option<Bound> read(JsonNode json) {
    var values = texts(json.path("values")).map(BoundJson::value);
    var kinds = texts(json.path("actions")).map(StepKind::fromWord);
    var able = json.path("capabilities");
    var isolation =
        Vector.of(CrossOriginIsolationMode.values())
            .find(mode -> mode.toString().equals(able.path("isolation").asText()));
    boolean isWhole =
        json.path("windows").isInt()
            && values.forAll(Option::isDefined)
            && kinds.forAll(Option::isDefined)
            && isolation.isDefined();
    return Option.when(
        isWhole,
        () ->
            new Bound(
                json.path("windows").asInt(),
                json.path("frames").asInt(),
                json.path("origins").asInt(),
                json.path("redirects").asInt(),
                Option.when(json.path("steps").isInt(), () -> json.path("steps").asInt()),
                values.flatMap(each -> each),
                TreeSet.ofAll(kinds.flatMap(each -> each)),
                new Capabilities(
                    able.path("oopif").asBoolean(),
                    able.path("page-isolation").asBoolean(),
                    isolation.get())));
  }

  private static Option<OpenerPolicyValue> value(String token) {
    return Vector.of(OpenerPolicyValue.values()).find(value -> value.token().equals(token));
  }

  private static Vector<String> texts(JsonNode list) {
    return Vector.ofAll(list).map(JsonNode::asText);
  }
}
