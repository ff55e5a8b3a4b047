package org.coopcheck.model.world;

import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Site;

/**
 * An agent cluster key: a site or a tuple origin.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#agent-cluster-key">HTML</a>
 */
public sealed interface AgentClusterKey extends Comparable<AgentClusterKey> {

  /**
   * @param site the site
   */
  record OfSite(Site site) implements AgentClusterKey {
    @Override
    public String toString() {
      return "site " + site;
    }
  }

  /**
   * @param origin the origin
   */
  record OfOrigin(Origin origin) implements AgentClusterKey {
    @Override
    public String toString() {
      return "origin " + origin;
    }
  }

  /** By spelling. */
  @Override
  default int compareTo(AgentClusterKey other) {
    return toString().compareTo(other.toString());
  }
}
