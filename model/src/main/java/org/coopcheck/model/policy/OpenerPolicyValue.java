package org.coopcheck.model.policy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * An opener policy value, weakest wishes first. The two {@code restrict-properties} values are those
 * of a proposal; under the standard's rules no response has them.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policy-value">HTML</a>
 */
public enum OpenerPolicyValue {
  UNSAFE_NONE,
  RESTRICT_PROPERTIES,
  RESTRICT_PROPERTIES_PLUS_COEP,
  SAME_ORIGIN_ALLOW_POPUPS,
  SAME_ORIGIN,
  SAME_ORIGIN_PLUS_COEP,
  NOOPENER_ALLOW_POPUPS;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /**
   * @param token a token of a header field, compared by case
   * @return the value that the token asks for; none for the values with an embedder policy, which no
   *     header can say
   */
  public static Option<OpenerPolicyValue> fromToken(String token) {
    return Vector.of(values())
        .find(value -> value.withoutCoep() == value && value.token.equals(token));
  }

  /** The value that a header asks for where an embedder policy makes it this one. */
  public OpenerPolicyValue withoutCoep() {
    return switch (this) {
      case SAME_ORIGIN_PLUS_COEP -> SAME_ORIGIN;
      case RESTRICT_PROPERTIES_PLUS_COEP -> RESTRICT_PROPERTIES;
      case UNSAFE_NONE,
          RESTRICT_PROPERTIES,
          SAME_ORIGIN_ALLOW_POPUPS,
          SAME_ORIGIN,
          NOOPENER_ALLOW_POPUPS ->
          this;
    };
  }

  /** The word for the value in scenario files and reports. */
  public String token() {
    return token;
  }

  @Override
  public String toString() {
    return token;
  }
}
