/**
 * Agents, agent clusters and cross-origin isolation.
 *
 * <p>Answers "whose memory can this document share?" and "is it cross-origin isolated, and if not,
 * why?". Sections: agents and agent clusters, settings objects' cross-origin isolated capability.
 * Left out: workers and worklets, {@code document.domain}.
 *
 * <p>Read {@link org.coopcheck.model.agent.AgentClusters} first.
 */
@NullMarked
package org.coopcheck.model.agent;

import org.jspecify.annotations.NullMarked;
