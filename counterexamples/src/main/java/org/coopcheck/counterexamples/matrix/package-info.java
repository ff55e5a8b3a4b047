/**
 * Value by value tables of what opener policies do to each other.
 *
 * <p>Answers "what happens between a document with this value and a response with that one?" for a
 * popup, for an ordinary navigation, and if the values were only reported. No table is written
 * here: every cell is the variant's own answer, so a table is true of any variant, and cannot
 * differ from the model. The notation is that of the digest of the standard: {@code -} stay, {@code
 * =o} stay only if same origin, {@code X} switch.
 *
 * <p>Read {@link org.coopcheck.counterexamples.matrix.Matrix} first.
 */
@NullMarked
package org.coopcheck.counterexamples.matrix;

import org.jspecify.annotations.NullMarked;
