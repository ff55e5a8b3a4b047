/**
 * What web-platform-tests, Chromium's own tests and two browsers say, put to the model.
 *
 * <p>Answers "does the model do what browsers are tested for, and where not, who is right?". The
 * rows are scenarios with expectations in {@code conformance/wpt} and {@code conformance/browsers};
 * no value in them comes from our code. {@code conformance/exceptions.yaml} lists what is not met,
 * and {@code docs/conformance.md}, which
 * {@code ConformancePage} prints, shows all of it. Tests ask every row; {@code mutants} asks which of
 * them a slip would not meet.
 *
 * <p>Read {@link org.coopcheck.counterexamples.conformance.Row} first.
 */
@NullMarked
package org.coopcheck.counterexamples.conformance;

import org.jspecify.annotations.NullMarked;
