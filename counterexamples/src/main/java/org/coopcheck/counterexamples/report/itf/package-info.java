/**
 * Stories as traces in the Informal Trace Format (ITF), which the viewers of Apalache and Quint
 * open.
 *
 * <p>Answers "which state follows which?" for tools of other model checkers. The format is that of
 * <a href="https://apalache-mc.org/docs/adr/015adr-trace.html">ADR-015</a>: numbers are big
 * integers, collections are tagged. A state has what can be seen after a step; the first is that of
 * a browser without windows. Left out: decisions, which are no state.
 *
 * <p>Read {@link org.coopcheck.counterexamples.report.itf.StoryItf} first.
 */
@NullMarked
package org.coopcheck.counterexamples.report.itf;

import org.jspecify.annotations.NullMarked;
