package org.coopcheck.model.policy;

import java.util.Locale;

/**
 * A cross-origin resource policy: whose documents may embed the response.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header">Fetch</a>
 */
public enum CrossOriginResourcePolicy {
  SAME_ORIGIN,
  SAME_SITE,
  CROSS_ORIGIN;

  /** The token in header fields. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
