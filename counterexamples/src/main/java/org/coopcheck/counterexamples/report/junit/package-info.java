/**
 * What a command found as JUnit XML, for continuous integration.
 *
 * <p>Answers "which checks fail?" for tools that count tests: each verdict is a test case, what is
 * wrong a failure, what is not known is skipped. The elements and attributes are those that all
 * readers of the format share; there is no time in it, so the same findings are the same bytes.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.junit.BookJUnit} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.junit;

import org.jspecify.annotations.NullMarked;
