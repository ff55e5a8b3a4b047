package org.coopcheck.counterexamples.core;

import io.vavr.control.Option;

/**
 * What is to be run on the core world.
 *
 * @param windows how many windows can be alive at once, from 1 to {@link
 *     CoreWorld#MAXIMUM_WINDOWS}
 * @param hasSymmetry whether states are one that differ by the names of windows and origins only
 * @param bug the fault to be found
 * @param target what is looked for; if none, any state that breaks an invariant
 * @param steps the greatest number of actions in a run; if none, to the fixpoint
 */
public record CoreRequest(
    int windows,
    boolean hasSymmetry,
    SeededBug bug,
    Option<CoreProperty> target,
    Option<Integer> steps) {

  /** All states, without a fault. */
  public static CoreRequest of(int windows, boolean hasSymmetry) {
    return new CoreRequest(windows, hasSymmetry, SeededBug.NONE, Option.none(), Option.none());
  }

  public CoreRequest withBug(SeededBug other) {
    return new CoreRequest(windows, hasSymmetry, other, target, steps);
  }

  public CoreRequest withTarget(CoreProperty other) {
    return new CoreRequest(windows, hasSymmetry, bug, Option.some(other), steps);
  }

  public CoreRequest withSteps(int limit) {
    return new CoreRequest(windows, hasSymmetry, bug, target, Option.some(limit));
  }
}
