package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.CrossOriginResourcePolicy.CROSS_ORIGIN;
import static org.coopcheck.model.policy.CrossOriginResourcePolicy.SAME_ORIGIN;
import static org.coopcheck.model.policy.CrossOriginResourcePolicy.SAME_SITE;

import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.HeaderReading;

/**
 * The field {@code Cross-Origin-Resource-Policy}.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header">Fetch</a>
 */
public final class CrossOriginResourcePolicies {
  private static final HeaderReading<Option<CrossOriginResourcePolicy>> POLICY =
      HeaderReading.of(
          headers ->
              headers
                  .get("Cross-Origin-Resource-Policy")
                  .flatMap(CrossOriginResourcePolicies::parse));

  private CrossOriginResourcePolicies() {}

  /**
   * @see <a
   *     href="https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check">Fetch</a>
   *     (2. and 3.)
   * @return the policy; none if the field is missing, given twice or not exactly a policy
   */
  public static Option<CrossOriginResourcePolicy> parse(HeaderList headers) {
    return POLICY.in(headers);
  }

  private static Option<CrossOriginResourcePolicy> parse(String value) {
    return switch (value) {
      case "same-origin" -> Option.some(SAME_ORIGIN);
      case "same-site" -> Option.some(SAME_SITE);
      case "cross-origin" -> Option.some(CROSS_ORIGIN);
      default -> Option.none();
    };
  }
}
