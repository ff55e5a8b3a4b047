package org.coopcheck.counterexamples.report.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.report.json.BoundJson;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.report.story.Book.Status;
import org.coopcheck.counterexamples.scenario.Problem;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.search.Divergence;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.claim.Claim;
import org.coopcheck.properties.claim.Claims;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/**
 * Reads the JSON that {@code check}, {@code claims} and {@code diff} print. Only the scenario and
 * what it is said to show is taken from it; whether it does is found out again.
 *
 * @param fileName the name of the file
 */
record PrintedStories(String fileName) {

  Either<Vector<String>, Vector<Entry>> read(JsonNode list) {
    var read = Vector.ofAll(list).zipWithIndex((item, index) -> read(item, index + 1));
    var problems = read.filter(Either::isLeft).map(Either::getLeft);
    return problems.isEmpty() ? Either.right(read.map(Either::get)) : Either.left(problems);
  }

  private Either<String, Entry> read(JsonNode item, int number) {
    Either<String, Entry> entry =
        item.has("invariant")
            ? verdict(item)
            : item.has("expected")
                ? claim(item, number)
                : item.has("cause")
                    ? difference(item, number)
                    : Either.left("is no verdict, no claim and no difference with a scenario");
    return entry.mapLeft(problem -> "%s: item %d: %s".formatted(fileName, number, problem));
  }

  // What check prints.

  private static Either<String, Entry> verdict(JsonNode item) {
    var counterexample = item.path("counterexample");
    if (!counterexample.isObject()) return Either.right(withoutStory(item));
    String name = item.path("invariant").asText();
    return Invariants.EVERY
        .find(each -> each.name().equals(name))
        .toEither(() -> "\"%s\" is no invariant".formatted(name))
        .flatMap(invariant -> violation(item, counterexample, invariant));
  }

  private static Either<String, Entry> violation(
      JsonNode item, JsonNode counterexample, Invariant invariant) {
    return scenario(counterexample.path("scenario"))
        .flatMap(
            scenario ->
                variant(item)
                    .map(variant -> Stories.violation(variant, invariant, scenario, search(item))))
        .filterOrElse(
            story -> story.finding().isFault(),
            story -> "the scenario does not violate " + invariant.name())
        .map(
            story ->
                new Entry(
                    story.tellings().head().variant().name(),
                    invariant.name(),
                    Status.BAD,
                    "violated",
                    Headline.of(story).sentence(),
                    Option.some(story)));
  }

  private static Entry withoutStory(JsonNode item) {
    String verdict = item.path("verdict").asText();
    return new Entry(
        item.path("variant").asText(),
        item.path("invariant").asText(),
        verdict.equals("holds") ? Status.GOOD : Status.OPEN,
        verdict,
        BoundJson.read(item.path("bound")).map(bound -> "within " + bound).getOrElse(""),
        Option.none());
  }

  // What claims prints.

  private static Either<String, Entry> claim(JsonNode item, int number) {
    String id = item.path("id").asText();
    return Claims.find(id)
        .toEither(() -> "\"%s\" is no claim".formatted(id))
        .flatMap(claim -> claim(item, number, claim));
  }

  private static Either<String, Entry> claim(JsonNode item, int number, Claim claim) {
    if (!item.path("scenario").isObject()) return Either.right(claimEntry(item, Option.none()));
    return scenario(item.path("scenario"))
        .flatMap(
            scenario ->
                variant(item).flatMap(variant -> shown(item, number, claim, scenario, variant)))
        .map(story -> claimEntry(item, Option.some(story)));
  }

  private static Either<String, Story> shown(
      JsonNode item, int number, Claim claim, Scenario scenario, Variant variant) {
    String verdict = item.path("verdict").asText();
    return claim
        .checks()
        .filter(check -> check.variant().equals(item.path("variant").asText()))
        .map(Claim.Check::property)
        .find(property -> isViolated(property, scenario, variant))
        .toEither(() -> "the scenario does not show that the claim is " + verdict)
        .map(
            property ->
                Stories.claimed(
                    claim,
                    number,
                    item.path("expected").asText(),
                    verdict,
                    variant,
                    Option.some(property),
                    scenario,
                    search(item)));
  }

  private static boolean isViolated(Invariant property, Scenario scenario, Variant variant) {
    return !FirstViolation.in(scenario, Stories.run(scenario, variant), Vector.of(property))
        .isEmpty();
  }

  private static Entry claimEntry(JsonNode item, Option<Story> story) {
    String verdict = item.path("verdict").asText();
    boolean isOpen = verdict.equals("undecided") || verdict.equals("vacuous");
    return new Entry(
        item.path("id").asText(),
        item.path("variant").asText(),
        item.path("matches").asBoolean() ? Status.GOOD : isOpen ? Status.OPEN : Status.BAD,
        verdict,
        item.path("statement").asText(),
        story);
  }

  // What diff prints.

  private static Either<String, Entry> difference(JsonNode item, int number) {
    var variants = Vector.of("a", "b").map(side -> item.path("variants").path(side).asText());
    return scenario(item.path("scenario"))
        .flatMap(
            scenario ->
                named(variants.head())
                    .flatMap(
                        a ->
                            named(variants.last())
                                .flatMap(b -> difference(number, scenario, a, b))));
  }

  private static Either<String, Entry> difference(
      int number, Scenario scenario, Variant a, Variant b) {
    return Divergence.of(
            scenario,
            a,
            b,
            scenario.capabilities().getOrElse(Capabilities.ALL),
            TreeSet.of(Observable.values()))
        .toEither(() -> "the two variants do not differ in the scenario")
        .map(
            divergence ->
                Stories.entry(Stories.difference(number, scenario, divergence, Option.none())));
  }

  // Parts.

  private static Either<String, Scenario> scenario(JsonNode json) {
    return ScenarioFiles.read("scenario", json.toString())
        .toEither()
        .bimap(
            problems -> problems.map(Problem::toString).mkString("; "),
            files -> files.map(ScenarioFile::scenario))
        .flatMap(scenarios -> scenarios.headOption().toEither(() -> "there is no scenario in it"));
  }

  private static Either<String, Variant> variant(JsonNode item) {
    return named(item.path("variant").asText());
  }

  private static Either<String, Variant> named(String name) {
    return Variants.parse(name).mapLeft(problems -> "\"%s\" is no variant".formatted(name));
  }

  private static Option<Search> search(JsonNode item) {
    // What claims and diff print says nothing of engines: they have one.
    String engine = item.path("engine").asText(ExhaustiveEngine.NAME);
    return BoundJson.read(item.path("bound")).map(bound -> Stories.search(engine, bound));
  }
}
