package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.scenario.ScenarioRun;

/**
 * What can be seen of all windows at one moment of a run.
 *
 * @param windows the windows that have come to be, in the order in which the labels first appear
 * @param handles the handles that open windows have, in the same order
 */
public record Observation(Vector<WindowFacts> windows, Vector<HandleFacts> handles) {

  /** What can be seen before the first step. */
  public static final Observation NOTHING = new Observation(Vector.empty(), Vector.empty());

  /** The window under the label. */
  public Option<WindowFacts> window(String label) {
    return windows.find(window -> window.label().equals(label));
  }

  /**
   * @param run a run
   * @return what can be seen after each of its steps
   */
  public static Vector<Observation> afterEachStep(ScenarioRun run) {
    return run.steps()
        .scanLeft(Watch.begun(run.variant(), run.capabilities()), Watch::after)
        .tail()
        .map(Watch::seen);
  }
}
