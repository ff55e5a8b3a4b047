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

  /**
   * The key in a page that has a policy of its own; only proposals have such keys.
   *
   * @param origin the origin of the documents
   * @param topLevelOrigin the origin of the page's top-level document
   * @param policy what is compared of the page's policy
   */
  record InAPage(Origin origin, Origin topLevelOrigin, PagePolicy policy)
      implements AgentClusterKey {
    @Override
    public String toString() {
      return "origin %s in %s pages of %s".formatted(origin, policy, topLevelOrigin);
    }
  }

  /** By spelling. */
  @Override
  default int compareTo(AgentClusterKey other) {
    return toString().compareTo(other.toString());
  }
}
