package org.coopcheck.model.policy;

import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.StructuredItem;

/**
 * A cross-page window proxy policy: which properties of their windows pages leave to other pages.
 *
 * @see <a href="https://github.com/hemeryar/explainers">Cross-Page-Window-Proxy-Policy</a>
 */
public enum CrossPageWindowProxyPolicy {
  /** As much as the standard. */
  NONE("none"),
  /** Only {@code closed}, {@code opener} and {@code postMessage}. */
  CLOSED_OPENER_POST_MESSAGE("closed-opener-postMessage");

  private static final String HEADER = "Cross-Page-Window-Proxy-Policy";

  private final String token;

  CrossPageWindowProxyPolicy(String token) {
    this.token = token;
  }

  /** The word for it. */
  public String token() {
    return token;
  }

  /**
   * MODEL: the explainer gives no rules for parsing; the header is read like an opener policy, in
   * secure contexts only.
   *
   * @param response the header list of the response
   * @param isSecureContext whether the reserved environment is a secure context
   */
  public static CrossPageWindowProxyPolicy obtain(HeaderList response, boolean isSecureContext) {
    boolean isSet =
        isSecureContext
            && response
                .getStructuredItem(HEADER)
                .flatMap(StructuredItem::token)
                .contains(CLOSED_OPENER_POST_MESSAGE.token);
    return isSet ? CLOSED_OPENER_POST_MESSAGE : NONE;
  }
}
