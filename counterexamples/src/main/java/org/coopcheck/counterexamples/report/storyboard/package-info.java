/**
 * The storyboard: one picture for each step of a run, drawn as SVG.
 *
 * <p>Answers "who is where, and who reaches whom?" at a glance. COOP groups contain browsing context
 * groups contain pages contain frames. A {@link
 * org.coopcheck.counterexamples.report.storyboard.Scene} says what there is to see after a step, a
 * {@link org.coopcheck.counterexamples.report.storyboard.Plan} where it stands. All scenes of a
 * story share one plan, which has a place for whatever is ever there; so nothing jumps between
 * steps. Places are found by Eclipse ELK; text is measured with a fixed table, so the bytes are the
 * same on every machine.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.storyboard.Storyboard} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.storyboard;

import org.jspecify.annotations.NullMarked;
