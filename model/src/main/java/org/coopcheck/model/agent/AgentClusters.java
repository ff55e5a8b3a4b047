package org.coopcheck.model.agent;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.variant.Questions.AgentRequest;
import org.coopcheck.model.variant.Questions.Page;
import org.coopcheck.model.variant.Questions.PageAgentRequest;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.BrowsingContextGroupId;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.World;

/**
 * Obtaining agents.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#agent-cluster-key">HTML</a>
 */
public final class AgentClusters {
  private AgentClusters() {}

  /**
   * @param world the world, whose group remembers the key
   * @param key the key of the agent cluster whose agent it is
   */
  public record Obtained(World world, AgentClusterKey key) {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#obtain-similar-origin-window-agent">HTML</a>
   * @param world the world
   * @param origin the origin of the document
   * @param groupId the browsing context group that it will be in
   * @param page the page that it will be in
   * @param requestsOac whether its response asks for an origin-keyed agent cluster
   * @param rules what the step goes by
   */
  public static Obtained obtainASimilarOriginWindowAgent(
      World world,
      Origin origin,
      BrowsingContextGroupId groupId,
      Page page,
      boolean requestsOac,
      Rules rules) {
    var group = world.group(groupId);
    var request =
        new AgentRequest(
            origin,
            group.crossOriginIsolationMode(),
            group.historicalAgentClusterKeys().get(origin),
            requestsOac);
    var remembered = rules.variant().agentClusterKey().apply(request); // 1. to 5.
    var key =
        rules
            .variant()
            .agentClusterKeyInAPage()
            .apply(new PageAgentRequest(origin, remembered, page));
    rules
        .decisions()
        .note(
            Rule.OBTAIN_AN_AGENT,
            switch (key) {
              case AgentClusterKey.OfSite ofSite -> Answer.BY_SITE.saying(key);
              case AgentClusterKey.OfOrigin ofOrigin -> Answer.BY_ORIGIN.saying(key);
              case AgentClusterKey.InAPage inAPage -> Answer.BY_ORIGIN_AND_PAGE.saying(key);
            },
            () ->
                Vector.of(
                    given("origin", origin),
                    given("isolation mode", group.crossOriginIsolationMode()),
                    given("requests an origin-keyed agent cluster", requestsOac)));
    boolean isRemembered =
        group.crossOriginIsolationMode() == CrossOriginIsolationMode.NONE
            && request.historicalKey().isEmpty();
    // NB: 6. and 7. make the agent cluster on demand; here it is there as soon as a document has
    // its key.
    return new Obtained(
        isRemembered
            ? world.withGroup(group.withHistoricalAgentClusterKey(origin, remembered))
            : world,
        key);
  }
}
