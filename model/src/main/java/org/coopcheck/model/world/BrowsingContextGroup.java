package org.coopcheck.model.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;

/**
 * A browsing context group. Its browsing context set and its agent cluster map are read off the
 * browsing contexts and documents that are in it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#browsing-context-group">HTML</a>
 * @param id names it
 * @param coopGroup the COOP group it lies in; in the standard each has its own
 * @param crossOriginIsolationMode its cross-origin isolation mode
 * @param commonCoopOrigin the COOP origin that all its top-level documents share, by a proposal's
 *     rules; none in the standard
 * @param historicalAgentClusterKeys its historical agent cluster key map
 */
@RecordBuilder
public record BrowsingContextGroup(
    BrowsingContextGroupId id,
    CoopGroupId coopGroup,
    CrossOriginIsolationMode crossOriginIsolationMode,
    Option<Origin> commonCoopOrigin,
    SortedMap<Origin, AgentClusterKey> historicalAgentClusterKeys)
    implements BrowsingContextGroupBuilder.With {

  /** The group with one more historical agent cluster key. */
  public BrowsingContextGroup withHistoricalAgentClusterKey(Origin origin, AgentClusterKey key) {
    return withHistoricalAgentClusterKeys(historicalAgentClusterKeys.put(origin, key));
  }
}
