/**
 * The kinds of slips.
 *
 * <p>Answers "what could be written wrong at this instruction?". Each kind is one {@link
 * org.coopcheck.counterexamples.mutants.operator.Operator}; it looks at an instruction of a compiled
 * method and says which changes it can make there, each with a sentence.
 */
@NullMarked
package org.coopcheck.counterexamples.mutants.operator;

import org.jspecify.annotations.NullMarked;
