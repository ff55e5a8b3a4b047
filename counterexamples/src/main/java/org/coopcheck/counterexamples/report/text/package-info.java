/**
 * Pictures of runs for people who read terminals.
 *
 * <p>Answers "which hop and which two values cut my popup?" in five seconds: what a step did, who
 * is in which group, who still reaches whom, and which rule decided so. Everything here is a pure
 * function from values of the model to {@link org.coopcheck.counterexamples.report.text.Line}s;
 * colours and box-drawing characters are the business of a {@link
 * org.coopcheck.counterexamples.report.text.Style}, which also takes care that no text from a file
 * or a header reaches a terminal as a control sequence. Left out: any fact that the model does not
 * state; nothing is compared here.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.text.Picture} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.text;

import org.jspecify.annotations.NullMarked;
