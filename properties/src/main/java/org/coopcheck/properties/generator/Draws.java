package org.coopcheck.properties.generator;

import io.vavr.collection.Vector;
import java.util.Random;

/** Small choices, one after the other. */
final class Draws {
  private final Random random;

  Draws(Random random) {
    this.random = random;
  }

  /** A number from 0 to one less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True so many times out of a hundred. */
  boolean percent(int percent) {
    return below(100) < percent;
  }

  /** One of these. */
  <T> T of(Vector<T> things) {
    return things.get(below(things.size()));
  }

  /** One of these, more often one of the first. */
  <T> T nearTheBeginning(Vector<T> things) {
    return things.get(below(below(things.size()) + 1));
  }

  /**
   * Something that can happen.
   *
   * @param weight how often, in proportion to the others
   * @param thing what
   */
  record Weighted<T>(int weight, T thing) {}

  /** One of these, by weight. */
  <T> T weighted(Vector<Weighted<T>> things) {
    int rest = below(things.map(Weighted::weight).sum().intValue());
    for (Weighted<T> each : things) {
      rest -= each.weight();
      if (rest < 0) return each.thing();
    }
    throw new IllegalStateException("nothing to draw from");
  }
}
