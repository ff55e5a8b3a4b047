package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.generator.Run;

/** What engines say of the same variant and invariant must not be a contradiction. */
public final class Agreement {
  private Agreement() {}

  /** Ends everything if two of the answers cannot both be true. */
  public static void isRequiredOf(Vector<Checked> checked) {
    var contradictions =
        checked.flatMap(
            one ->
                checked.flatMap(
                    other -> contradiction(one, other).orElse(() -> disagreement(one, other))));
    if (!contradictions.isEmpty()) throw new EngineDefect(contradictions.mkString("; "));
  }

  private static Option<String> contradiction(Checked searched, Checked sampled) {
    boolean isOfOneQuestion =
        searched.sample().isEmpty()
            && searched.variant().equals(sampled.variant())
            && searched.invariant().name().equals(sampled.invariant().name());
    if (!isOfOneQuestion) return Option.none();
    return sampled
        .sample()
        .flatMap(Sample::found)
        .filter(run -> mustBeKnown(searched, run) && isWithin(searched.bound(), run))
        .map(
            run ->
                "%s of %s: the %s engine says %s, but the %s engine broke it in %d steps: %s"
                    .formatted(
                        searched.invariant().name(),
                        searched.variant().name(),
                        searched.engine(),
                        searched.verdict().word(),
                        sampled.engine(),
                        run.scenario().steps().size(),
                        run));
  }

  /** Two engines that looked at all runs within one bound. */
  private static Option<String> disagreement(Checked one, Checked other) {
    boolean isOfOneQuestion =
        one.sample().isEmpty()
            && other.sample().isEmpty()
            && one.engine().compareTo(other.engine()) < 0
            && one.variant().equals(other.variant())
            && one.invariant().name().equals(other.invariant().name())
            && one.bound().equals(other.bound())
            && isDecided(one)
            && isDecided(other);
    return Option.when(
        isOfOneQuestion && !told(one).equals(told(other)),
        () ->
            "%s of %s within %s: the %s engine says %s, but the %s engine says %s"
                .formatted(
                    one.invariant().name(),
                    one.variant().name(),
                    one.bound(),
                    one.engine(),
                    told(one),
                    other.engine(),
                    told(other)));
  }

  private static boolean isDecided(Checked checked) {
    return !checked.verdict().word().equals("undecided");
  }

  private static String told(Checked checked) {
    return checked.verdict() instanceof Verdict.Violated violated
        ? "violated in %d steps".formatted(violated.counterexample().scenario().steps().size())
        : checked.verdict().word();
  }

  /** Whether the answer is none to be given if the run is within the bound. */
  private static boolean mustBeKnown(Checked searched, Run run) {
    return switch (searched.verdict()) {
      case Verdict.Holds holds -> true;
      case Verdict.Vacuous vacuous -> true;
      case Verdict.Undecided undecided -> false;
      case Verdict.NotInductive notInductive -> false;
      case Verdict.Violated violated ->
          violated.counterexample().scenario().steps().size() > run.scenario().steps().size();
    };
  }

  /** Whether each step of the run is one of those that the bound offers. */
  static boolean isWithin(Bound bound, Run run) {
    var universe = new Universe(bound);
    return run.capabilities().equals(bound.capabilities())
        && bound.steps().forAll(most -> run.scenario().steps().size() <= most)
        && run.taken().forAll(taken -> universe.offers(taken.before(), taken.action()));
  }
}
