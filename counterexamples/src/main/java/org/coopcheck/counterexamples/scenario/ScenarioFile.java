package org.coopcheck.counterexamples.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.control.Option;
import org.coopcheck.model.scenario.Scenario;

/**
 * A scenario as somebody wrote it down.
 *
 * @param scenario the scenario
 * @param expect what its author expects of its result
 * @param fileName the file it is in
 * @param line the line at which it begins, from 1
 */
public record ScenarioFile(Scenario scenario, Option<JsonNode> expect, String fileName, int line) {

  static final String SUFFIX_OF_LINES = ".jsonl";

  /** Whether the file holds a scenario in each line. */
  public boolean isOneOfManyLines() {
    return fileName.endsWith(SUFFIX_OF_LINES);
  }

  /** A scenario that is in no file and expects nothing. */
  public static ScenarioFile of(Scenario scenario) {
    return new ScenarioFile(scenario, Option.none(), "", 1);
  }
}
