/**
 * Slips in the rules, and who notices them.
 *
 * <p>Answers "if a rule were written down wrong here, which row, invariant or claim would say so?".
 * Each mutant is put to the rows of conformance, then to the invariants and claims within small
 * bounds, and last to the model itself, world by world.
 *
 * <p>Read {@link org.coopcheck.counterexamples.mutants.Examiner} first.
 */
@NullMarked
package org.coopcheck.counterexamples.mutants;

import org.jspecify.annotations.NullMarked;
