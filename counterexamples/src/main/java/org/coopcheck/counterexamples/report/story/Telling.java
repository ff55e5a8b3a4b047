package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.report.text.Picture;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Variant;

/**
 * A run, step by step.
 *
 * @param run the run
 * @param steps its steps, and what is seen before and after each
 */
public record Telling(ScenarioRun run, Vector<Picture> steps) {

  /** The run with what is seen of it. */
  public static Telling of(ScenarioRun run) {
    return new Telling(run, Picture.of(run));
  }

  /** Whose rules it went by. */
  public Variant variant() {
    return run.variant();
  }
}
