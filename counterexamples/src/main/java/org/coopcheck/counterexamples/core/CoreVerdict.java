package org.coopcheck.counterexamples.core;

import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;

/** What a run of the core world says; always within the bound that was asked for. */
public sealed interface CoreVerdict {

  /** Every state within the bound keeps the invariants. */
  record Holds() implements CoreVerdict {}

  /** Some state breaks the invariant. */
  record Violated(CoreProperty invariant) implements CoreVerdict {}

  /** Some state is the target. */
  record Reached(CoreProperty target) implements CoreVerdict {}

  /** No state within the bound is the target. */
  record Unreached(CoreProperty target) implements CoreVerdict {}

  /** The search was cut short and found nothing before. */
  record Undecided(Budget budget) implements CoreVerdict {}

  /** One word for scripts. */
  default String word() {
    return switch (this) {
      case Holds() -> "holds";
      case Violated(var invariant) -> "violated";
      case Reached(var target) -> "reached";
      case Unreached(var target) -> "unreached";
      case Undecided(var budget) -> "undecided";
    };
  }

  /** What was found, or looked for: none where it is all invariants. */
  default Option<CoreProperty> property() {
    return switch (this) {
      case Violated(var invariant) -> Option.some(invariant);
      case Reached(var target) -> Option.some(target);
      case Unreached(var target) -> Option.some(target);
      case Holds() -> Option.none();
      case Undecided(var budget) -> Option.none();
    };
  }
}
