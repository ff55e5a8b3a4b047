package org.coopcheck.model.variant;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.CrossPageWindowProxyPolicy;
import org.coopcheck.model.variant.Questions.NameSearch;
import org.coopcheck.model.variant.Questions.PageAgentRequest;
import org.coopcheck.model.variant.Questions.PageResponse;
import org.coopcheck.model.variant.Questions.Pages;
import org.coopcheck.model.variant.Questions.PopupCreation;
import org.coopcheck.model.variant.Questions.PropertyUse;
import org.coopcheck.model.world.AgentClusterKey;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.PagePolicy;

/**
 * {@code cpwpp}: a header of the top-level document, Cross-Page-Window-Proxy-Policy, leaves other
 * pages only {@code closed}, {@code opener} and {@code postMessage()}. Pages stay in their browsing
 * context group; documents of pages with different policies are in different agent clusters, so that
 * a page with an embedder policy can be cross-origin isolated without an opener policy.
 *
 * <p>{@code cpwpp-no-coi-key}: the same, where agent clusters and pages are not told apart by
 * isolation. It shows what that part is for.
 */
public final class CrossPageWindowProxies {
  private static final Vector<String> LEFT_TO_OTHER_PAGES =
      Vector.of("closed", "opener", "postMessage");

  private CrossPageWindowProxies() {}

  /** Agent clusters are keyed by origin, top-level origin, policy and isolation. */
  public static final Variant VARIANT = withComparison("cpwpp", "", true);

  /** Agent clusters are keyed by origin, top-level origin and policy. */
  public static final Variant WITHOUT_ISOLATION_KEY =
      withComparison("cpwpp-no-coi-key", "; agent clusters are not keyed by isolation", false);

  private static Variant withComparison(String name, String difference, boolean byIsolation) {
    return HtmlStandard.VARIANT
        .named(
            name,
            "Cross-Page-Window-Proxy-Policy: a page leaves others only closed, opener and"
                + " postMessage()"
                + difference,
            Source.of(
                "Cross-Page-Window-Proxy-Policy explainer",
                "https://github.com/hemeryar/explainers"))
        .withPagePolicy(CrossPageWindowProxies::pagePolicy)
        .withPopupPagePolicy(CrossPageWindowProxies::popupPagePolicy)
        .withAgentClusterKeyInAPage(request -> agentClusterKey(request, byIsolation))
        .withAllowsUse(use -> allowsUse(use, byIsolation))
        .withFindsByName(search -> findsByName(search, byIsolation));
  }

  /** An open point: pages with one policy restrict each other only in what scripts could do. */
  static Variant withAccessByPolicyAlone(Variant base) {
    return base.withAllowsUse(
        use ->
            base.allowsUse().apply(use)
                || (use.relation() == GroupRelation.SAME_GROUP
                    && haveOnePolicy(use.pages(), true)
                    && !use.property().equals("document")));
  }

  /** An open point: names lead only to pages of the same origin. */
  static Variant withNamesByOrigin(Variant base) {
    return base.withFindsByName(
        search ->
            base.findsByName().apply(search)
                && (search.pages().isOne()
                    || search.pages().haveOneOrigin()
                    || search.pages().first().policy().equals(PagePolicy.NONE)));
  }

  private static PagePolicy pagePolicy(PageResponse response) {
    var value = CrossPageWindowProxyPolicy.obtain(response.headers(), response.isSecureContext());
    boolean isIsolated =
        value != CrossPageWindowProxyPolicy.NONE
            && response.embedderPolicy().isCompatibleWithCrossOriginIsolation();
    return new PagePolicy(value, isIsolated ? response.possible() : CrossOriginIsolationMode.NONE);
  }

  // SPEC: the explainer says nothing of popups (Choice cpwpp-popups).
  private static PagePolicy popupPagePolicy(PopupCreation popup) {
    return popup.isSameOriginWithTopLevel() ? popup.topLevelPagePolicy() : PagePolicy.NONE;
  }

  // MODEL: the explainer does not say whether documents of pages without a policy keep their site
  // keys; here they do, so that pages without the header are as in the standard.
  private static AgentClusterKey agentClusterKey(PageAgentRequest request, boolean byIsolation) {
    var policy = compared(request.page().policy(), byIsolation);
    return policy.equals(PagePolicy.NONE)
        ? request.key()
        : new AgentClusterKey.InAPage(request.origin(), request.page().topLevelOrigin(), policy);
  }

  private static boolean allowsUse(PropertyUse use, boolean byIsolation) {
    if (!HtmlStandard.VARIANT.allowsUse().apply(use)) return false;
    return use.pages().isOne()
        || areCompatible(use.pages(), byIsolation)
        || LEFT_TO_OTHER_PAGES.contains(use.property());
  }

  // SPEC: the explainer does not say whether pages of two origins with the same policy restrict
  // each
  // other; here they do (Choice cpwpp-access).
  static boolean areCompatible(Pages pages, boolean byIsolation) {
    boolean isPlain = pages.first().policy().value() == CrossPageWindowProxyPolicy.NONE;
    return haveOnePolicy(pages, byIsolation) && (isPlain || pages.haveOneOrigin());
  }

  // The rule for names is weaker: without isolation pages with one policy find each other, whatever
  // their origins.
  private static boolean findsByName(NameSearch search, boolean byIsolation) {
    if (!HtmlStandard.VARIANT.findsByName().apply(search)) return false;
    var pages = search.pages();
    boolean isIsolated = pages.first().policy().isolationMode() != CrossOriginIsolationMode.NONE;
    return haveOnePolicy(pages, byIsolation) && (!isIsolated || pages.haveOneOrigin());
  }

  static boolean haveOnePolicy(Pages pages, boolean byIsolation) {
    return compared(pages.first().policy(), byIsolation)
        .equals(compared(pages.second().policy(), byIsolation));
  }

  private static PagePolicy compared(PagePolicy policy, boolean byIsolation) {
    return byIsolation ? policy : new PagePolicy(policy.value(), CrossOriginIsolationMode.NONE);
  }
}
