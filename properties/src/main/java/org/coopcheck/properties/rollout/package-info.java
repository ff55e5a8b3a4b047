/**
 * Trying a policy before it is enforced: what would break, and would anybody be told?
 *
 * <p>Answers "which breakages will report-only not show me?". The same steps are taken twice: with
 * the responses as they are, and with report-only headers in the place of those that are enforced.
 * What works in the one run and fails in the other is a breakage; a report of the first run may
 * announce it. Source: the rollout guide, and what reports are for. Left out: reports of embedder
 * policies, so that of what those block nothing is said.
 *
 * <p>Read {@link org.coopcheck.properties.rollout.Rehearsal} first.
 */
@NullMarked
package org.coopcheck.properties.rollout;

import org.jspecify.annotations.NullMarked;
