package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.util.Locale;
import org.coopcheck.counterexamples.observation.HandleFacts;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.observation.WindowFacts;
import org.coopcheck.model.policy.SandboxingFlag;

/** All windows and handles at one moment. */
final class ObservationJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ObservationJson() {}

  static ObjectNode of(Observation observation) {
    var json = JSON.objectNode();
    var windows = json.putObject("windows");
    observation.windows().forEach(each -> windows.set(each.label(), window(each)));
    var handles = json.putObject("handles");
    observation.handles().forEach(each -> handles.set(each.name(), handle(each)));
    return json;
  }

  private static ObjectNode window(WindowFacts facts) {
    var json =
        JSON.objectNode()
            .put("kind", facts.isTopLevel() ? "top-level" : "iframe")
            .put("parent", facts.parent().getOrNull())
            .put("url", facts.url().toString())
            .put("origin", facts.origin().toString())
            .put("initialAboutBlank", facts.isInitialAboutBlank())
            .put("open", facts.isOpen())
            .put("error", facts.error().map(Object::toString).getOrNull())
            .put("opener", facts.opener().getOrNull())
            .put("name", facts.name());
    var coop = facts.openerPolicy();
    json.putObject("openerPolicy")
        .put("value", coop.value().token())
        .put("origin", facts.openerPolicyOrigin().toString())
        .put("reportingEndpoint", coop.reportingEndpoint().getOrNull())
        .put("reportOnlyValue", coop.reportOnlyValue().token())
        .put("reportOnlyReportingEndpoint", coop.reportOnlyReportingEndpoint().getOrNull());
    var coep = facts.embedderPolicy();
    json.putObject("embedderPolicy")
        .put("value", coep.value().token())
        .put("reportOnlyValue", coep.reportOnlyValue().token());
    json.put("crossOriginIsolated", facts.isCrossOriginIsolated());
    json.set("whyNotIsolated", texts(facts.whyNotIsolated()));
    json.put("browsingContextGroup", facts.browsingContextGroup())
        .put("coopGroup", facts.coopGroup())
        .put("virtualBrowsingContextGroup", facts.virtualBrowsingContextGroup())
        .put("agentCluster", facts.agentCluster())
        .put("process", facts.process());
    json.set("sandbox", texts(facts.sandbox().map(ObservationJson::word)));
    return json;
  }

  private static String word(SandboxingFlag flag) {
    return flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode handle(HandleFacts facts) {
    var json =
        JSON.objectNode()
            .put("obtained", facts.obtained().toString())
            .put("closed", facts.isClosed());
    json.set("properties", texts(facts.properties()));
    return json.put("dom", facts.hasDom());
  }

  private static ArrayNode texts(Vector<String> texts) {
    var json = JSON.arrayNode();
    texts.forEach(json::add);
    return json;
  }
}
