package org.coopcheck.counterexamples.mutants.bench;

import java.util.List;

/** Worlds that are reached one after the other, each from one before it. */
public interface Walk {
  /** The steps that the world offers; world 0 is a browser without windows. */
  List<String> stepsIn(int world);

  /**
   * Takes a step.
   *
   * @param world the number of a world
   * @param step the place of a step among those that it offers
   * @return what came of it
   */
  Taken take(int world, int step);

  /** The world that the last step led to, up to the names of windows and origins. */
  String shape();

  /** Keeps the world that the last step led to, under the next number. */
  void keep();

  /** The steps that lead to the world, and one more, as a scenario. */
  String scenario(int world, int step);

  /**
   * What came of a step.
   *
   * @param isDone whether there was anything to do
   * @param world the world after it
   * @param seen what results tell of it
   */
  record Taken(boolean isDone, String world, String seen) {}
}
