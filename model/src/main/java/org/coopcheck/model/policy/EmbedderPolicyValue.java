package org.coopcheck.model.policy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * An embedder policy value.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#embedder-policy-value">HTML</a>
 */
public enum EmbedderPolicyValue {
  UNSAFE_NONE,
  REQUIRE_CORP,
  CREDENTIALLESS;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /**
   * @param token a token of a header field, compared by case
   */
  public static Option<EmbedderPolicyValue> fromToken(String token) {
    return Vector.of(values()).find(value -> value.token.equals(token));
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#compatible-with-cross-origin-isolation">HTML</a>
   */
  public boolean isCompatibleWithCrossOriginIsolation() {
    return this == REQUIRE_CORP || this == CREDENTIALLESS;
  }

  /** The word for the value in header fields, scenario files and reports. */
  public String token() {
    return token;
  }

  @Override
  public String toString() {
    return token;
  }
}
