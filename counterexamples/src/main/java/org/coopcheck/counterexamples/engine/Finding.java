package org.coopcheck.counterexamples.engine;

/**
 * What a check looked for, and the shortest run to it: of all shortest ones, the first in the order
 * of the actions.
 *
 * @param check the name of the check
 * @param trace the run, whose last step or state the check is hit by
 */
public record Finding<S, A>(String check, Trace<S, A> trace) {}
