/**
 * The exhaustive search, for any transition system.
 *
 * <p>Answers "which states can be reached, and by which shortest run does one of them break a
 * rule?". It knows nothing of browsers: the core world and the full model are both a {@link
 * org.coopcheck.counterexamples.engine.TransitionSystem} to it. States are told apart by their
 * exact canonical encoding; what the search finds, it replays and asks again. All {@link
 * org.coopcheck.counterexamples.engine.Workers} work on one search, in waves, with the result of
 * one. What is kept of a state, its encoding or a fingerprint, is a {@link
 * org.coopcheck.counterexamples.engine.Storage}. Left out: properties of infinite runs.
 *
 * <p>Read {@link org.coopcheck.counterexamples.engine.TransitionSystem} and {@link
 * org.coopcheck.counterexamples.engine.BreadthFirstSearch} first.
 */
@NullMarked
package org.coopcheck.counterexamples.engine;

import org.jspecify.annotations.NullMarked;
