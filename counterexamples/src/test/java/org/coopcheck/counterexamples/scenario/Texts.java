package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variants;

/** Scenarios from their texts, for tests. */
public final class Texts {
  private Texts() {}

  /** The one scenario that the text is. */
  public static ScenarioFile file(String text) {
    var read = ScenarioFiles.read("test.yaml", text);
    if (read.isInvalid()) throw new AssertionError(read.getError().mkString("\n"));
    return read.get().single();
  }

  /** The one scenario that the text is. */
  public static Scenario scenario(String text) {
    return file(text).scenario();
  }

  /** The scenario, run with the variant and the capabilities that it names. */
  public static ScenarioRun run(Scenario scenario) {
    return ScenarioRun.of(
        scenario,
        Variants.parse(scenario.variant().getOrElse("html")).get(),
        scenario.capabilities().getOrElse(Capabilities.ALL));
  }

  /** What is wrong with the text, each problem as users see it. */
  public static Vector<String> problems(String fileName, String text) {
    var read = ScenarioFiles.read(fileName, text);
    return read.isValid() ? Vector.empty() : read.getError().map(Problem::toString);
  }
}
