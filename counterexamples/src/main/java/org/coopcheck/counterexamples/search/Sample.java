package org.coopcheck.counterexamples.search;

import io.vavr.control.Option;
import org.coopcheck.properties.generator.Run;

/**
 * The runs that were looked at where not all are.
 *
 * @param seed where chance began
 * @param runs how many they are
 * @param isWitnessReached whether one of them gave the invariant something to say
 * @param found the smallest of them that breaks the invariant, shrunk, in the steps of its universe
 */
public record Sample(long seed, int runs, boolean isWitnessReached, Option<Run> found) {}
