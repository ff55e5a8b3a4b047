/**
 * Which breakages report-only policies do not show, looked for in all runs within a bound.
 *
 * <p>Answers "what works as long as my policies are report-only, breaks when they are enforced, and
 * is reported by nothing?". A {@link org.coopcheck.counterexamples.rollout.TrialSystem} walks through
 * both runs at once; what a breakage and its announcement are is said in {@code
 * properties.rollout}. Nothing here knows what the rollout guide describes, but for {@link
 * org.coopcheck.counterexamples.rollout.GuideGap}, which puts names on what was found.
 *
 * <p>Read {@link org.coopcheck.counterexamples.rollout.CoverageSearch} first.
 */
@NullMarked
package org.coopcheck.counterexamples.rollout;

import org.jspecify.annotations.NullMarked;
