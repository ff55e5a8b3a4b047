package org.coopcheck.model.policy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * An opener policy value, weakest wishes first, as the standard lists them.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policy-value">HTML</a>
 */
public enum OpenerPolicyValue {
  UNSAFE_NONE,
  SAME_ORIGIN_ALLOW_POPUPS,
  SAME_ORIGIN,
  SAME_ORIGIN_PLUS_COEP,
  NOOPENER_ALLOW_POPUPS;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /**
   * @param token a token of a header field, compared by case
   * @return the value that the token asks for; none for {@code same-origin-plus-coep}, which no
   *     header can say
   */
  public static Option<OpenerPolicyValue> fromToken(String token) {
    return Vector.of(values())
        .find(value -> value != SAME_ORIGIN_PLUS_COEP && value.token.equals(token));
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
