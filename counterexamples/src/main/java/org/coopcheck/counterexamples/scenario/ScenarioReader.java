package org.coopcheck.counterexamples.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.CrossOriginIsolationMode;

/** Reads a scenario. */
final class ScenarioReader {
  private static final Vector<String> SCENARIO =
      Vector.of(
          "coopcheck", "title", "variant", "capabilities", "responses", "steps", "expect", "meta");
  private static final Vector<String> CAPABILITIES =
      Vector.of("oopif", "page-isolation", "isolation");
  private static final Vector<String> EXPECT = Vector.of("windows", "handles", "steps", "reports");
  private static final long VERSION = 1;

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
    members.require("coopcheck", "\"coopcheck: " + VERSION + "\"");
    members
        .scalar("coopcheck", String.valueOf(VERSION))
        .filter(version -> !version.asInteger().contains(VERSION))
        .forEach(
            version ->
                problems.wrong(version, VERSION + ", the version of the format that is read here"));
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
    for (var word : name) {
      var parsed = Variants.parse(word.text());
      var found = parsed.isLeft() ? parsed.getLeft() : Vector.<Variants.Problem>empty();
      found.forEach(each -> tell(each, word));
    }
    return name.map(Yaml.Scalar::text);
  }

  private void tell(Variants.Problem problem, Yaml.Scalar word) {
    switch (problem) {
      case Variants.UnknownWord(var found, var expected, var legal) ->
          problems.unknown(new Yaml.Scalar(word.line(), found, false), expected, legal);
      case Variants.Refused(var found, var why) ->
          problems.wrong(word.line(), found, "a choice that fits the variant: " + why);
    }
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
