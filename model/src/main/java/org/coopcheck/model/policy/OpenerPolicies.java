package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.StructuredItem;

/**
 * Obtaining opener policies.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#the-cross-origin-opener-policy-header">HTML</a>
 */
public final class OpenerPolicies {
  private OpenerPolicies() {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#obtain-coop">HTML</a>
   * @param response the header list of the response
   * @param isSecureContext whether the reserved environment is a secure context
   */
  public static OpenerPolicy obtainAnOpenerPolicy(HeaderList response, boolean isSecureContext) {
    var policy = OpenerPolicy.DEFAULT; // 1.
    if (!isSecureContext) return policy; // 2.
    var coep = EmbedderPolicies.obtainAnEmbedderPolicy(response, true); // 4.1.1. 6.1.1.
    var item = response.getStructuredItem("Cross-Origin-Opener-Policy"); // 3.
    if (item.isDefined()) { // 4.
      var value = item.flatMap(OpenerPolicies::value).getOrElse(UNSAFE_NONE);
      boolean plusCoep = value == SAME_ORIGIN && coep.isCompatibleWithCrossOriginIsolation();
      policy =
          policy
              .withValue(plusCoep ? SAME_ORIGIN_PLUS_COEP : value) // 4.1. 4.2. 4.3.
              .withReportingEndpoint(item.flatMap(OpenerPolicies::reportTo)); // 4.4.
    }
    var reportOnlyItem = response.getStructuredItem("Cross-Origin-Opener-Policy-Report-Only"); // 5.
    if (reportOnlyItem.isDefined()) { // 6.
      // SPEC: the standard has no branch for noopener-allow-popups here; Chromium has. What a
      // variant makes of it is its business: Variant.openerPolicyAsRead.
      var value = reportOnlyItem.flatMap(OpenerPolicies::value).getOrElse(UNSAFE_NONE);
      boolean plusCoep =
          value == SAME_ORIGIN
              && (coep.isCompatibleWithCrossOriginIsolation()
                  || coep.reportOnlyValue().isCompatibleWithCrossOriginIsolation());
      policy =
          policy
              .withReportOnlyValue(plusCoep ? SAME_ORIGIN_PLUS_COEP : value) // 6.1. 6.2.
              .withReportOnlyReportingEndpoint(
                  reportOnlyItem.flatMap(OpenerPolicies::reportTo)); // 6.3.
    }
    return policy; // 7.
  }

  private static Option<OpenerPolicyValue> value(StructuredItem item) {
    return item.token().flatMap(OpenerPolicyValue::fromToken);
  }

  static Option<String> reportTo(StructuredItem item) {
    return item.stringParameter("report-to");
  }
}
