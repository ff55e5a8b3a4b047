/**
 * The rules' compiled code, and copies of the project with slips in it.
 *
 * <p>Answers "which slips could somebody make who writes the rules down, and how does the model
 * with one of them run?". Left out: the code of what decides nothing, see {@code RuleClasses}.
 *
 * <p>Read {@link org.coopcheck.counterexamples.mutants.code.RuleCode} first.
 */
@NullMarked
package org.coopcheck.counterexamples.mutants.code;

import org.jspecify.annotations.NullMarked;
