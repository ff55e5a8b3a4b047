package org.coopcheck.model.navigation;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.policy.CrossOriginResourcePolicies;
import org.coopcheck.model.policy.CrossOriginResourcePolicy;
import org.coopcheck.model.policy.PolicyContainer;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/** What a container's embedder policy demands of the documents in its frames. */
final class FrameEmbedding {
  private FrameEmbedding() {}

  /**
   * Whether the navigable, or one around it, is credentialless; then its container's embedder policy
   * asks nothing of it.
   *
   * @see <a href="https://wicg.github.io/anonymous-iframe/#credentialless-iframe">Iframe
   *     credentialless</a>
   */
  static boolean isCredentialless(World world, NavigableId id) {
    return world.navigable(id).container().exists(element -> element.isCredentialless())
        || world.parent(id).exists(outer -> isCredentialless(world, outer));
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#check-a-navigation-response's-adherence-to-its-embedder-policy">HTML</a>
   * @param container the container document
   * @param response the policy container of the response
   * @param rules what the step goes by
   */
  static boolean adheresToItsEmbedderPolicy(
      Document container, PolicyContainer response, Rules rules) {
    // 1. The caller asks for child navigables only. 3. TODO: queue a report for "reporting".
    var parentPolicy = container.policyContainer().embedderPolicy(); // 2.
    boolean isLetIn =
        rules.variant().letsIn().apply(parentPolicy, response.embedderPolicy()); // 4. 5. 6.
    if (parentPolicy.isCompatibleWithCrossOriginIsolation()) {
      rules
          .decisions()
          .note(
              Rule.COEP_ADHERENCE,
              isLetIn ? Answer.LET_IN : Answer.BLOCKED,
              () ->
                  Vector.of(
                      given("container", parentPolicy.value()),
                      given("response", response.embedderPolicy().value())));
    }
    return isLetIn;
  }

  /**
   * MODEL: the reports of steps 4 and 6 of the outer check are left out.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check">Fetch</a>
   * @param container the container document
   * @param response the response
   * @param rules what the step goes by
   */
  static boolean crossOriginResourcePolicyCheckBlocks(
      Document container, Response.Answered response, Rules rules) {
    var embedderPolicy = container.policyContainer().embedderPolicy();
    if (!embedderPolicy.isCompatibleWithCrossOriginIsolation()) return false; // 1.
    var policy =
        CrossOriginResourcePolicies.parse(response.headers())
            .getOrElse(CrossOriginResourcePolicy.SAME_ORIGIN); // 2. to 4.
    boolean isAllowed = // 5.
        switch (policy) {
          case SAME_ORIGIN -> isSameOrigin(container.origin(), response);
          case SAME_SITE -> isSchemelesslySameSite(container.origin(), response);
          case CROSS_ORIGIN -> true;
        };
    rules
        .decisions()
        .note(
            Rule.CORP_CHECK,
            isAllowed ? Answer.ALLOWED : Answer.BLOCKED,
            () ->
                Vector.of(
                    given("container", container.origin()),
                    given("response", response.url()),
                    given("Cross-Origin-Resource-Policy", policy)));
    return !isAllowed;
  }

  private static boolean isSameOrigin(Origin container, Response.Answered response) {
    return response.url().tupleOrigin().exists(container::isSameOriginWith);
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#schemelessly-same-site">HTML</a>
   */
  private static boolean isSchemelesslySameSite(Origin container, Response.Answered response) {
    return container instanceof TupleOrigin embedder
        && response
            .url()
            .tupleOrigin()
            .exists(
                served ->
                    asHttps(embedder).isSameSiteWith(asHttps(served))
                        && (embedder.scheme().equals("https") || !served.scheme().equals("https")));
  }

  private static TupleOrigin asHttps(TupleOrigin origin) {
    return new TupleOrigin("https", origin.host(), 443);
  }
}
