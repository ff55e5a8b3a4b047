package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.Difference;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Variant;

/**
 * A change after which the same actions no longer violate an invariant.
 *
 * @param changes what is changed; one thing, or two where no single one is enough
 * @param scenario the scenario with the changes
 * @param variant the rules with the changes
 * @param losses what worked without the changes and no longer does
 * @param isEvasive whether the invariant has nothing to say any more: what it protects is given up
 */
public record Repair(
    Vector<Change> changes,
    Scenario scenario,
    Variant variant,
    Vector<Difference> losses,
    boolean isEvasive) {

  /** One thing that is changed. */
  public sealed interface Change {}

  /**
   * The value of a header field of one response.
   *
   * @param url the URL of the response
   * @param name the name of the field
   * @param from its value; none if the response has no such field
   * @param to its value after the change
   */
  public record OfHeader(Url url, String name, Option<String> from, Option<String> to)
      implements Change {}

  /**
   * An attribute of an iframe, or the features of a call of {@code window.open()}.
   *
   * @param step the number of the step
   * @param name what the attribute is called
   * @param from its value
   * @param to its value after the change
   * @param action the step after the change
   */
  public record OfStep(int step, String name, Option<String> from, Option<String> to, Action action)
      implements Change {}

  /**
   * A rule that is answered otherwise.
   *
   * @param choice the named answer
   */
  public record OfRule(Choice choice) implements Change {}
}
