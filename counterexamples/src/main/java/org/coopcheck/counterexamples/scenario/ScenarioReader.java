package org.coopcheck.counterexamples.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/** Reads a scenario. */
final class ScenarioReader {
  private static final Vector<String> SCENARIO =
      Vector.of(
          FormatVersion.KEY,
          "title",
          "variant",
          "capabilities",
          "responses",
          "steps",
          "expect",
          "meta");
  private static final Vector<String> CAPABILITIES =
      Vector.of("oopif", "page-isolation", "isolation");
  private static final Vector<String> EXPECT =
      Vector.of("windows", "handles", "steps", "reports", "violations");

  private final Problems problems;

  ScenarioReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * @return the scenario; if there are problems, it is what is left without what they are about
   */
  Option<ScenarioFile> read(Yaml value, String fileName) {
    return Members.of(value, "a scenario", SCENARIO, problems)
        .map(
            members ->
                new ScenarioFile(scenario(members), expect(members), fileName, value.line()));
  }

  private Scenario scenario(Members members) {
    FormatVersion.check(members);
    members.require("steps", "a list of steps");
    return new Scenario(
        members.text("title").getOrElse(""),
        variant(members),
        members.get("capabilities").flatMap(this::capabilities),
        members
            .get("responses")
            .map(responses -> new ResponsesReader(problems).read(responses))
            .getOrElse(TreeMap.empty()),
        members
            .get("steps")
            .map(steps -> new StepsReader(problems).read(steps))
            .getOrElse(Vector.empty()));
  }

  private Option<String> variant(Members members) {
    var name = members.scalar("variant", "the name of a variant");
    name.forEach(word -> VariantNames.check(word, problems));
    return name.map(Yaml.Scalar::text);
  }

  private Option<Capabilities> capabilities(Yaml value) {
    return Members.of(value, "capabilities", CAPABILITIES, problems)
        .map(
            members ->
                new Capabilities(
                    members.bool("oopif").getOrElse(Capabilities.ALL.oopif()),
                    members.bool("page-isolation").getOrElse(Capabilities.ALL.pageIsolation()),
                    isolation(members)));
  }

  private CrossOriginIsolationMode isolation(Members members) {
    var modes = Vector.of(CrossOriginIsolationMode.values());
    var word = members.scalar("isolation", "an isolation mode");
    var mode = word.flatMap(found -> modes.find(each -> each.toString().equals(found.text())));
    if (mode.isEmpty()) {
      word.forEach(
          found -> problems.unknown(found, "an isolation mode", modes.map(Object::toString)));
    }
    return mode.getOrElse(Capabilities.ALL.isolation());
  }

  private Option<JsonNode> expect(Members members) {
    return members
        .get("expect")
        .flatMap(value -> Members.of(value, "what is expected", EXPECT, problems))
        .map(expected -> expected.mapping().toJson());
  }
}
