package org.coopcheck.counterexamples.mutants;

import io.vavr.collection.SortedMap;

/**
 * Why nothing notices some mutants.
 *
 * @param isEquivalent whether they mean the same as the model; otherwise nothing can notice them
 *     though they do not
 * @param reason why, in a few sentences
 * @param mutants their ids, each with the sentence that the mutant had when this was written
 */
public record Explanation(boolean isEquivalent, String reason, SortedMap<String, String> mutants) {}
