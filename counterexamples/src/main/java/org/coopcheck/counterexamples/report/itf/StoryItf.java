package org.coopcheck.counterexamples.report.itf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.util.Locale;
import org.coopcheck.counterexamples.observation.HandleFacts;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.observation.WindowFacts;
import org.coopcheck.counterexamples.report.story.Finding;
import org.coopcheck.counterexamples.report.story.Headline;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.model.SpecVersion;

/** A story as an ITF trace. */
public final class StoryItf {
  private static final String FORMAT = "https://apalache-mc.org/docs/adr/015adr-trace.html";
  private static final String NONE = "none";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Story story;

  private StoryItf(Story story) {
    this.story = story;
  }

  /** The trace. */
  public static ObjectNode of(Story story) {
    return new StoryItf(story).trace();
  }

  private ObjectNode trace() {
    var trace = JSON.objectNode();
    trace
        .putObject("#meta")
        .put("format", "ITF")
        .put("format-description", FORMAT)
        .put("source", story.title())
        .put("status", story.finding().isFault() ? "violation" : "ok")
        .put("description", Headline.of(story).sentence())
        .put("standard", SpecVersion.STANDARD)
        .put("variant", story.tellings().map(each -> each.variant().name()).mkString(", "));
    var vars = trace.putArray("vars").add("action").add("violated");
    suffixes().forEach(suffix -> vars.add("windows" + suffix).add("handles" + suffix));
    var states = trace.putArray("states");
    Vector.rangeClosed(0, story.steps()).map(this::state).forEach(states::add);
    return trace;
  }

  /** Runs that differ have variables of their own. */
  private Vector<String> suffixes() {
    return story.tellings().size() == 1 ? Vector.of("") : Vector.of("_a", "_b");
  }

  private ObjectNode state(int index) {
    var state = JSON.objectNode();
    state.putObject("#meta").put("index", index);
    state.put(
        "action", index == 0 ? "init" : story.tellings().head().steps().get(index - 1).action());
    state.set("violated", set(violated(index)));
    story
        .tellings()
        .zip(suffixes())
        .forEach(
            each -> {
              var seen = index == 0 ? Observation.NOTHING : each._1.steps().get(index - 1).after();
              state.set("windows" + each._2, map(seen.windows().map(StoryItf::window)));
              state.set("handles" + each._2, map(seen.handles().map(StoryItf::handle)));
            });
    return state;
  }

  /** The invariants that were first violated in a step up to this one. */
  private Vector<JsonNode> violated(int index) {
    var violations =
        story.finding() instanceof Finding.Violated(var all)
            ? all
            : story.finding().main().toVector();
    return violations
        .filter(violation -> violation.step() <= index)
        .map(violation -> JSON.textNode(violation.invariant().name()));
  }

  private static Vector<JsonNode> window(WindowFacts window) {
    var record =
        JSON.objectNode()
            .put("open", window.isOpen())
            .put("topLevel", window.isTopLevel())
            .put("parent", window.parent().getOrElse(NONE))
            .put("url", window.url().toString())
            .put("origin", window.origin().toString())
            .put("initialAboutBlank", window.isInitialAboutBlank())
            .put("error", window.error().map(Object::toString).getOrElse(NONE))
            .put("opener", window.opener().getOrElse(NONE))
            .put("name", window.name())
            .put("openerPolicy", window.openerPolicy().value().token())
            .put("openerPolicyOrigin", window.openerPolicyOrigin().toString())
            .put("embedderPolicy", window.embedderPolicy().value().token())
            .put("crossOriginIsolated", window.isCrossOriginIsolated());
    record.set("whyNotIsolated", set(window.whyNotIsolated().map(each -> JSON.textNode(each))));
    record.set("browsingContextGroup", integer(window.browsingContextGroup()));
    record.set("coopGroup", integer(window.coopGroup()));
    record.set("virtualBrowsingContextGroup", integer(window.virtualBrowsingContextGroup()));
    record.set("agentCluster", integer(window.agentCluster()));
    record.set("process", integer(window.process()));
    record.set(
        "sandbox",
        set(
            window
                .sandbox()
                .map(
                    flag ->
                        JSON.textNode(flag.name().toLowerCase(Locale.ROOT).replace('_', '-')))));
    return Vector.of(JSON.textNode(window.label()), record);
  }

  private static Vector<JsonNode> handle(HandleFacts handle) {
    var record =
        JSON.objectNode()
            .put("obtained", handle.obtained().toString())
            .put("closed", handle.isClosed())
            .put("dom", handle.hasDom());
    record.set("properties", set(handle.properties().map(each -> JSON.textNode(each))));
    var ends = JSON.objectNode();
    ends.set("#tup", JSON.arrayNode().add(handle.from()).add(handle.to()));
    return Vector.of(ends, record);
  }

  private static ObjectNode integer(int number) {
    return JSON.objectNode().put("#bigint", "" + number);
  }

  private static ObjectNode set(Vector<? extends JsonNode> elements) {
    return tagged("#set", elements);
  }

  private static ObjectNode map(Vector<Vector<JsonNode>> entries) {
    return tagged("#map", entries.map(StoryItf::array));
  }

  private static ObjectNode tagged(String tag, Vector<? extends JsonNode> elements) {
    var json = JSON.objectNode();
    json.set(tag, array(elements));
    return json;
  }

  private static ArrayNode array(Vector<? extends JsonNode> elements) {
    var array = JSON.arrayNode();
    elements.forEach(array::add);
    return array;
  }
}
