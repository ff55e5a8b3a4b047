package org.coopcheck.counterexamples.mutants.bench;

/**
 * What a search said of one property.
 *
 * @param property its name, and the claims that rest on it
 * @param isOfAClaim whether it was searched for because a claim predicts it
 * @param verdict the word for the verdict
 * @param scenario the smallest run that violates it; empty if there is none
 */
public record Finding(String property, boolean isOfAClaim, String verdict, String scenario) {}
