package org.coopcheck.properties.generator;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;

/**
 * Makes runs of actions of every kind, with servers that answer anything: what a user could write,
 * and no universe offers.
 */
public final class RawRuns {
  private RawRuns() {}

  /**
   * A run.
   *
   * @param random makes the choices
   * @param responses what servers answer
   * @param variant the rules
   * @param capabilities what the browser is able to do
   * @param length the number of steps
   */
  public static Run next(
      Random random,
      SortedMap<Url, Vector<Answer>> responses,
      Variant variant,
      Capabilities capabilities,
      int length) {
    var draws = new Draws(random);
    var urls = responses.keySet().toVector();
    var making = new Making(new ScriptedServer(responses), Rules.unheard(variant, capabilities));
    while (making.actions().size() < length && !making.isBroken()) {
      making.take(ActionGenerators.next(draws, making.world(), urls));
    }
    return new Run(
        new Scenario(
            "a raw random run",
            Option.some(variant.name()),
            Option.some(capabilities),
            responses,
            making.actions()),
        variant,
        capabilities);
  }
}
