package org.coopcheck.model.policy;

import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.StructuredItem;

/**
 * Obtaining embedder policies.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#the-headers">HTML</a>
 */
public final class EmbedderPolicies {
  private EmbedderPolicies() {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#obtain-an-embedder-policy">HTML</a>
   * @param response the header list of the response
   * @param isSecureContext whether the environment is a secure context
   */
  public static EmbedderPolicy obtainAnEmbedderPolicy(
      HeaderList response, boolean isSecureContext) {
    if (!isSecureContext) return EmbedderPolicy.DEFAULT; // 2.
    var item = response.getStructuredItem("Cross-Origin-Embedder-Policy"); // 3.
    var reportOnlyItem =
        response.getStructuredItem("Cross-Origin-Embedder-Policy-Report-Only"); // 5.
    return new EmbedderPolicy(
        item.map(EmbedderPolicies::compatibleValue)
            .getOrElse(EmbedderPolicyValue.UNSAFE_NONE), // 4.
        item.map(EmbedderPolicies::endpoint).getOrElse(""),
        reportOnlyItem // 6.
            .map(EmbedderPolicies::compatibleValue)
            .getOrElse(EmbedderPolicyValue.UNSAFE_NONE),
        reportOnlyItem.map(EmbedderPolicies::endpoint).getOrElse(""));
  }

  private static EmbedderPolicyValue compatibleValue(StructuredItem item) {
    return item.token()
        .flatMap(EmbedderPolicyValue::fromToken)
        .getOrElse(EmbedderPolicyValue.UNSAFE_NONE);
  }

  // The standard records an endpoint only together with a compatible value.
  private static String endpoint(StructuredItem item) {
    if (!compatibleValue(item).isCompatibleWithCrossOriginIsolation()) return "";
    return OpenerPolicies.reportTo(item).getOrElse("");
  }
}
