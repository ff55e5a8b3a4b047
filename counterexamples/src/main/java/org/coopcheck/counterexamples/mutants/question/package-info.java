/**
 * What may notice a slip: rows of conformance, invariants, claims, and the model itself, world by
 * world.
 *
 * <p>These classes run in each copy of the project. Read {@link
 * org.coopcheck.counterexamples.mutants.question.ModelBench} first.
 */
@NullMarked
package org.coopcheck.counterexamples.mutants.question;

import org.jspecify.annotations.NullMarked;
