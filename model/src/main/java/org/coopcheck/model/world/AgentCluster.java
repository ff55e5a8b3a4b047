package org.coopcheck.model.world;

/**
 * An agent cluster of similar-origin window agents: the entry of a group's agent cluster map under a
 * key. A group has at most one per key, so the two name it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#integration-with-the-javascript-agent-cluster-formalism">HTML</a>
 * @param group the browsing context group in whose agent cluster map it is
 * @param key its key there
 */
public record AgentCluster(BrowsingContextGroupId group, AgentClusterKey key)
    implements Comparable<AgentCluster> {
  @Override
  public int compareTo(AgentCluster other) {
    int byGroup = group.compareTo(other.group);
    return byGroup != 0 ? byGroup : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key + " in " + group;
  }
}
