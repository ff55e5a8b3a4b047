package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.search.Divergence;
import org.coopcheck.properties.claim.Claim;

/** What a story is about. */
public sealed interface Finding {

  /**
   * Something that was promised does not hold.
   *
   * @param violations the invariants that the run violates; that of the story first
   */
  record Violated(Vector<FirstViolation> violations) implements Finding {}

  /**
   * Two sets of rules do not lead to the same.
   *
   * @param divergence where the runs part
   */
  record Differs(Divergence divergence) implements Finding {}

  /**
   * What became of a claim.
   *
   * @param claim the claim
   * @param expected what the ledger predicts
   * @param verdict the word for what was derived
   * @param shown what the run shows: a violation, or that something is reached
   */
  record Claimed(Claim claim, String expected, String verdict, Option<FirstViolation> shown)
      implements Finding {}

  /** A run that breaks no promise. */
  record Ran() implements Finding {}

  /** What kind of finding it is, in a word. */
  default String word() {
    return switch (this) {
      case Violated violated -> "counterexample";
      case Differs differs -> "difference";
      case Claimed claimed -> claimed.verdict().equals("permitted") ? "witness" : "counterexample";
      case Ran ran -> "run";
    };
  }

  /** Whether something is wrong, or only to be looked at. */
  default boolean isFault() {
    return switch (this) {
      case Violated violated -> true;
      case Differs differs -> false;
      case Claimed claimed -> !claimed.verdict().equals("permitted");
      case Ran ran -> false;
    };
  }

  /** The violation, or what stands for it. */
  default Option<FirstViolation> main() {
    return switch (this) {
      case Violated violated -> violated.violations().headOption();
      case Differs differs -> Option.none();
      case Claimed claimed -> claimed.shown();
      case Ran ran -> Option.none();
    };
  }
}
