package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.EmbedderPolicyValue.UNSAFE_NONE;

/**
 * An embedder policy.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#embedder-policy">HTML</a>
 * @param value the value that is enforced
 * @param reportingEndpoint the endpoint for what {@code value} does, {@code ""} if there is none
 * @param reportOnlyValue the value that is tried
 * @param reportOnlyReportingEndpoint the endpoint for what {@code reportOnlyValue} would do
 */
public record EmbedderPolicy(
    EmbedderPolicyValue value,
    String reportingEndpoint,
    EmbedderPolicyValue reportOnlyValue,
    String reportOnlyReportingEndpoint) {

  /** A new embedder policy. */
  public static final EmbedderPolicy DEFAULT = new EmbedderPolicy(UNSAFE_NONE, "", UNSAFE_NONE, "");

  /** Whether the enforced value is compatible with cross-origin isolation. */
  public boolean isCompatibleWithCrossOriginIsolation() {
    return value.isCompatibleWithCrossOriginIsolation();
  }
}
