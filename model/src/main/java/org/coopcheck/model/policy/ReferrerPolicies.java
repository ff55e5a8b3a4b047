package org.coopcheck.model.policy;

import com.google.common.base.Ascii;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.HeaderReading;

/**
 * The field {@code Referrer-Policy}.
 *
 * @see <a href="https://w3c.github.io/webappsec-referrer-policy/#referrer-policy-header">Referrer
 *     Policy</a>
 */
public final class ReferrerPolicies {
  private static final HeaderReading<Option<ReferrerPolicy>> POLICY =
      HeaderReading.of(ReferrerPolicies::read);

  private ReferrerPolicies() {}

  /**
   * @see <a
   *     href="https://w3c.github.io/webappsec-referrer-policy/#parse-referrer-policy-from-header">Referrer
   *     Policy</a>
   * @return the policy; none if the field is missing or names no known one
   */
  public static Option<ReferrerPolicy> parse(HeaderList headers) {
    return POLICY.in(headers);
  }

  private static Option<ReferrerPolicy> read(HeaderList headers) {
    return Vector.ofAll(headers.get("Referrer-Policy"))
        .flatMap(value -> Infra.strictlySplit(value, ',')) // 1.
        .map(Infra::stripLeadingAndTrailingAsciiWhitespace)
        .flatMap(ReferrerPolicies::policy) // 3.
        .lastOption();
  }

  private static Option<ReferrerPolicy> policy(String token) {
    // NB: the grammar of the field has the tokens as literals, which match in any case.
    return Vector.of(ReferrerPolicy.values())
        .find(policy -> Ascii.equalsIgnoreCase(policy.token(), token));
  }
}
