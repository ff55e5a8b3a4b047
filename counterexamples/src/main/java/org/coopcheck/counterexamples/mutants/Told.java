package org.coopcheck.counterexamples.mutants;

import io.vavr.control.Option;
import org.coopcheck.counterexamples.mutants.code.Mutant;

/**
 * A mutant, and what is known of it.
 *
 * @param mutant the mutant
 * @param examined what became of it
 */
public record Told(Mutant mutant, Examined examined) {

  /** Why nothing notices it, if nothing does and that is explained. */
  public Option<Explanation> explanation() {
    return examined.fate().isSurvival() ? Explanations.of(mutant) : Option.none();
  }

  /** Whether nothing notices it and nobody has said why. */
  public boolean isOpen() {
    return examined.fate().isSurvival() && explanation().isEmpty();
  }
}
