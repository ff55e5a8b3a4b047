package org.coopcheck.counterexamples.solver;

import io.vavr.Function1;
import io.vavr.control.Option;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Moment;
import org.coopcheck.properties.invariant.Sight;
import org.coopcheck.properties.invariant.Violation;

/**
 * What is to be kept by every step: an invariant, or a lemma that helps to show that one is.
 *
 * @param name its name
 * @param isOfSteps whether it looks at a step, and not only at the world after it
 * @param brokenIn how it is broken, if it is
 */
record Promise(String name, boolean isOfSteps, Function1<Moment, Option<String>> brokenIn) {

  static Promise of(Invariant invariant) {
    return new Promise(
        invariant.name(),
        invariant.sight() == Sight.STEP,
        moment -> invariant.violationIn().apply(moment).map(Violation::explanation));
  }
}
