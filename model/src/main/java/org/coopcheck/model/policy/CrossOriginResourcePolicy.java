package org.coopcheck.model.policy;

/**
 * A cross-origin resource policy: whose documents may embed the response.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header">Fetch</a>
 */
public enum CrossOriginResourcePolicy {
  SAME_ORIGIN,
  SAME_SITE,
  CROSS_ORIGIN
}
