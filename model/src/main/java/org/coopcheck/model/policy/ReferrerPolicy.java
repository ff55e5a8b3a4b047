package org.coopcheck.model.policy;

import java.util.Locale;

/**
 * A referrer policy.
 *
 * @see <a href="https://w3c.github.io/webappsec-referrer-policy/#referrer-policies">Referrer
 *     Policy</a>
 */
public enum ReferrerPolicy {
  NO_REFERRER,
  NO_REFERRER_WHEN_DOWNGRADE,
  SAME_ORIGIN,
  ORIGIN,
  STRICT_ORIGIN,
  ORIGIN_WHEN_CROSS_ORIGIN,
  STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
  UNSAFE_URL;

  /** The policy of a document that does not ask for another. */
  public static final ReferrerPolicy DEFAULT = STRICT_ORIGIN_WHEN_CROSS_ORIGIN;

  /** The token in header fields. */
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
