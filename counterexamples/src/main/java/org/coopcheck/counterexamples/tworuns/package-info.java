/**
 * Searches for invariants that no single run has: they compare runs.
 *
 * <p>Answers "who looks for this invariant of runs?". What is compared with what is the business of the
 * packages that it lists.
 *
 * <p>Read {@link org.coopcheck.counterexamples.search.RunSearch} first.
 */
@NullMarked
package org.coopcheck.counterexamples.tworuns;

import org.jspecify.annotations.NullMarked;
