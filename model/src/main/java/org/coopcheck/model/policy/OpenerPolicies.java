package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.Function1;
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
   * What a header asks for.
   *
   * @param value the value that it names
   * @param isCompatibleWithCrossOriginIsolation whether the embedder policy next to it is
   */
  public record AskedValue(OpenerPolicyValue value, boolean isCompatibleWithCrossOriginIsolation) {}

  /** What the standard makes of a value that a header asks for. */
  public static OpenerPolicyValue valueAsRead(AskedValue asked) {
    // NB: the standard has no branch for the value of a proposal: it is like any unknown word.
    if (asked.value() == RESTRICT_PROPERTIES) return UNSAFE_NONE;
    return asked.value() == SAME_ORIGIN && asked.isCompatibleWithCrossOriginIsolation()
        ? SAME_ORIGIN_PLUS_COEP // 4.1.2. 6.1.2.
        : asked.value();
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#obtain-coop">HTML</a>
   * @param response the header list of the response
   * @param isSecureContext whether the reserved environment is a secure context
   * @param valueAsRead what becomes of a value that a header names; in the standard {@link
   *     #valueAsRead}
   */
  public static OpenerPolicy obtainAnOpenerPolicy(
      HeaderList response,
      boolean isSecureContext,
      Function1<AskedValue, OpenerPolicyValue> valueAsRead) {
    var policy = OpenerPolicy.DEFAULT; // 1.
    if (!isSecureContext) return policy; // 2.
    var coep = EmbedderPolicies.obtainAnEmbedderPolicy(response, true); // 4.1.1. 6.1.1.
    var item = response.getStructuredItem("Cross-Origin-Opener-Policy"); // 3.
    if (item.isDefined()) { // 4.
      var value = item.flatMap(OpenerPolicies::value).getOrElse(UNSAFE_NONE);
      var asked = new AskedValue(value, coep.isCompatibleWithCrossOriginIsolation());
      policy =
          policy
              .withValue(valueAsRead.apply(asked)) // 4.1. 4.2. 4.3.
              .withReportingEndpoint(item.flatMap(OpenerPolicies::reportTo)); // 4.4.
    }
    var reportOnlyItem = response.getStructuredItem("Cross-Origin-Opener-Policy-Report-Only"); // 5.
    if (reportOnlyItem.isDefined()) { // 6.
      // SPEC: the standard has no branch for noopener-allow-popups here; Chromium has. What a
      // variant makes of it is its business: Variant.openerPolicyAsRead.
      var value = reportOnlyItem.flatMap(OpenerPolicies::value).getOrElse(UNSAFE_NONE);
      var asked =
          new AskedValue(
              value,
              coep.isCompatibleWithCrossOriginIsolation()
                  || coep.reportOnlyValue().isCompatibleWithCrossOriginIsolation());
      policy =
          policy
              .withReportOnlyValue(valueAsRead.apply(asked)) // 6.1. 6.2.
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
