package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Answer;
import org.coopcheck.counterexamples.rollout.GuideGap;
import org.coopcheck.counterexamples.rollout.Rehearsed;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.rollout.Announcement;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Enforcement.Trial;
import org.coopcheck.properties.rollout.FalseAlarm;
import org.coopcheck.properties.rollout.Silence;
import org.coopcheck.properties.rollout.Turn;

/** What enforcing report-only policies breaks, and who is told, as JSON. */
public final class RolloutJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RolloutJson() {}

  /**
   * What enforcing one header, or all, does to a scenario file.
   *
   * @param file the name of the file
   * @param rehearsed what comes of it
   */
  public static ObjectNode of(String file, Rehearsed rehearsed) {
    var json = head(Option.some(file), rehearsed.tried().variant());
    set(json, "enforcing", rehearsed.enforcing().map(RolloutJson::trial));
    json.putNull("bound");
    json.putNull("complete");
    json.putNull("pairs");
    json.putNull("transitions");
    set(
        json,
        "breakages",
        rehearsed.rehearsal().breakages().map(each -> breakage(rehearsed, each, false)));
    set(
        json,
        "falseAlarms",
        rehearsed.rehearsal().falseAlarms().map(each -> alarm(rehearsed, each, false)));
    return json;
  }

  /** What a search has found. */
  public static ObjectNode of(Answer answer) {
    var json = head(Option.none(), answer.question().variant());
    json.putNull("enforcing");
    json.set("bound", BoundJson.of(answer.question().bound()));
    json.put("complete", answer.cutShort().isEmpty())
        .put("pairs", answer.pairs())
        .put("transitions", answer.transitions());
    set(
        json,
        "breakages",
        answer.found().map(each -> breakage(each.rehearsed(), each.breakage(), true)));
    set(
        json,
        "falseAlarms",
        answer.alarm().toVector().map(each -> alarm(each.rehearsed(), each.alarm(), true)));
    return json;
  }

  private static ObjectNode head(Option<String> file, Variant variant) {
    return JSON.objectNode().put("file", file.getOrNull()).put("variant", variant.name());
  }

  private static ObjectNode trial(Trial trial) {
    return JSON.objectNode()
        .put("url", trial.url().toString())
        .put("header", trial.name())
        .put("value", trial.value());
  }

  private static ObjectNode breakage(Rehearsed rehearsed, Breakage breakage, boolean isFound) {
    var json =
        JSON.objectNode()
            .put("cause", breakage.cause())
            .put("kind", breakage.kind().word())
            .put("step", breakage.step());
    json.set("action", ScenarioJson.of(breakage.action()));
    json.put("by", breakage.by().map(Object::toString).getOrNull())
        .put("window", breakage.window().toString());
    var outcomes = json.putObject("outcomes");
    outcomes.set("reportOnly", outcome(rehearsed.tried(), breakage.step()));
    outcomes.set("enforced", outcome(rehearsed.enforced(), breakage.step()));
    json.set("decision", breakage.turn().map(it -> turn(breakage.turnStep(), it)).getOrNull());
    json.set("announcement", announcement(breakage.announcement()));
    json.put(
        "guide",
        GuideGap.of(breakage)
            .filter(gap -> breakage.announcement().kind() != Announcement.Kind.ACCESS)
            .map(GuideGap::id)
            .getOrNull());
    json.set("scenario", scenario(rehearsed, isFound));
    return json;
  }

  private static JsonNode scenario(Rehearsed rehearsed, boolean isFound) {
    return isFound ? ScenarioJson.of(rehearsed.scenario()) : JSON.nullNode();
  }

  private static ObjectNode outcome(ScenarioRun run, int step) {
    return OutcomeJson.of(run.steps().get(step - 1));
  }

  private static ObjectNode turn(int step, Turn turn) {
    var json =
        JSON.objectNode()
            .put("step", step)
            .put("rule", turn.rule().id())
            .put("source", turn.rule().source().link().toString());
    json.set("reportOnly", turn.tried().map(ResultJson::decision).getOrNull());
    json.set("enforced", ResultJson.decision(turn.enforced()));
    return json;
  }

  private static ObjectNode announcement(Announcement announcement) {
    var json =
        JSON.objectNode()
            .put("by", announcement.kind().word())
            .put("why", announcement.why().map(Silence::word).getOrNull())
            .put("explanation", announcement.why().map(Silence::meaning).getOrNull());
    set(
        json,
        "reports",
        announcement.reports().map(report -> ReportJson.of(report, announcement.step())));
    return json;
  }

  private static ObjectNode alarm(Rehearsed rehearsed, FalseAlarm alarm, boolean isFound) {
    var json = JSON.objectNode().put("step", alarm.step());
    Report report = alarm.report();
    json.set("report", ReportJson.of(report, alarm.step()));
    json.set("scenario", scenario(rehearsed, isFound));
    return json;
  }

  private static void set(ObjectNode json, String name, Vector<ObjectNode> items) {
    json.set(name, JSON.arrayNode().addAll(items.asJava()));
  }
}
