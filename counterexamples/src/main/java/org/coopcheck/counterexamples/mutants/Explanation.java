package org.coopcheck.counterexamples.mutants;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.mutants.code.Mutant;

/**
 * Why nothing notices some mutants.
 *
 * @param isEquivalent whether they mean the same as the model; otherwise nothing can notice them
 *     though they do not
 * @param reason why, in a few sentences
 * @param mutants the sentences of the mutants, by their ids; an id without its number stands for
 *     all slips of that kind in the method that have the sentence
 */
public record Explanation(
    boolean isEquivalent, String reason, SortedMap<String, Vector<String>> mutants) {

  /** Whether it speaks of the mutant. */
  public boolean isOf(Mutant mutant) {
    return speaksOf(mutant.id(), mutant) || speaksOf(mutant.idWithoutNumber(), mutant);
  }

  private boolean speaksOf(String id, Mutant mutant) {
    return mutants.get(id).exists(sentences -> sentences.contains(mutant.sentence()));
  }
}
