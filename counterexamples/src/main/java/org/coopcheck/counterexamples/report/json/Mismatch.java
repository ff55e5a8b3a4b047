package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that is not as expected.
 *
 * @param path where: {@code windows.login.opener}, {@code steps[3].outcome.swap}
 * @param expected what was expected there
 * @param found what is there; JSON's null if nothing is
 */
public record Mismatch(String path, JsonNode expected, JsonNode found) {

  @Override
  public String toString() {
    return path + ": expected " + expected + ", found " + found;
  }
}
