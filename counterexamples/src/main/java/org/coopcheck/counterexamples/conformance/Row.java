package org.coopcheck.counterexamples.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.coopcheck.counterexamples.report.json.Expectations;
import org.coopcheck.counterexamples.report.json.Mismatch;
import org.coopcheck.counterexamples.report.json.ResultJson;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/**
 * A row: a scenario with what a test or a browser says comes of it.
 *
 * @param file the file that it is in: {@code wpt/popup}, {@code browsers/firefox}
 * @param json the row as it is written
 * @param scenario the row as it is read
 */
public record Row(String file, JsonNode json, ScenarioFile scenario) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** What the rows of tests are about, in their order. */
  public static final Vector<String> FEATURES =
      Vector.of(
          "popup",
          "iframe-popup",
          "redirect",
          "navigate",
          "aboutblank",
          "sandbox",
          "csp-sandbox",
          "coep",
          "header-parsing",
          "noopener-allow-popups",
          "coi-permission",
          "restrict-properties",
          "navigation-report",
          "access-report");

  /** The browsers that were measured. */
  public static final Vector<String> BROWSERS = Vector.of("chromium", "firefox");

  /** All rows of web-platform-tests and of Chromium's own tests. */
  public static final Vector<Row> OF_TESTS = FEATURES.flatMap(feature -> in("wpt/" + feature));

  /** Rows that were written by hand, each from a step of a text that no test is about. */
  public static final Vector<Row> OF_THE_TEXT = in("standard/text");

  /** All rows of the browsers. */
  public static final Vector<Row> OF_BROWSERS =
      BROWSERS.flatMap(browser -> in("browsers/" + browser));

  /** The reports that Chromium was seen to send. */
  public static final Vector<Row> OF_REPORTS = in("browsers/chromium-reports");

  private static Vector<Row> in(String file) {
    String text = text("/conformance/" + file + ".jsonl");
    var read = ScenarioFiles.read(file + ".jsonl", text);
    if (read.isInvalid()) throw new IllegalStateException(read.getError().mkString("\n"));
    return Vector.ofAll(text.lines())
        .zipWith(read.get(), (line, scenario) -> new Row(file, json(line), scenario));
  }

  static String text(String resource) {
    try (var stream = Row.class.getResourceAsStream(resource)) {
      if (stream == null) throw new IllegalArgumentException("no " + resource);
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its name. */
  public String id() {
    return json.at("/meta/id").asText();
  }

  /** Whether only Chromium's own tests say so. */
  public boolean isOfChromium() {
    return json.at("/meta/profile").asText().equals("chromium");
  }

  /** The result of the row, with the variant that it names. */
  public JsonNode result() {
    return ResultJson.of(scenario, run(scenario.scenario(), variant()));
  }

  /** The variant that it names. */
  public Variant variant() {
    return Variants.parse(scenario.scenario().variant().get()).get();
  }

  /** Where the model does not do what the row says. */
  public Vector<Mismatch> mismatches() {
    return mismatches(scenario.scenario(), variant());
  }

  /** The same for another scenario in its place, or another variant. */
  public Vector<Mismatch> mismatches(Scenario changed, Variant variant) {
    var expect = scenario.expect().get();
    Vector<Invariant> asked =
        expect.has("violations") ? Invariants.meantFor(variant, changed) : Vector.empty();
    return Expectations.mismatches(expect, ResultJson.of(changed, run(changed, variant), asked));
  }

  private static ScenarioRun run(Scenario scenario, Variant variant) {
    return ScenarioRun.of(scenario, variant, scenario.capabilities().getOrElse(Capabilities.ALL));
  }
}
