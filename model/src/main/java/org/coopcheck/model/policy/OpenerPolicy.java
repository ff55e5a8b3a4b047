package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.control.Option;

/**
 * An opener policy.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policy">HTML</a>
 * @param value the value that is enforced
 * @param reportingEndpoint the endpoint that is told of what {@code value} does
 * @param reportOnlyValue the value that is tried
 * @param reportOnlyReportingEndpoint the endpoint that is told of what {@code reportOnlyValue} would
 *     do
 */
public record OpenerPolicy(
    OpenerPolicyValue value,
    Option<String> reportingEndpoint,
    OpenerPolicyValue reportOnlyValue,
    Option<String> reportOnlyReportingEndpoint) {

  /** A new opener policy: {@code unsafe-none}, told to nobody. */
  public static final OpenerPolicy DEFAULT =
      new OpenerPolicy(UNSAFE_NONE, Option.none(), UNSAFE_NONE, Option.none());

  public OpenerPolicy withValue(OpenerPolicyValue newValue) {
    return new OpenerPolicy(
        newValue, reportingEndpoint, reportOnlyValue, reportOnlyReportingEndpoint);
  }

  public OpenerPolicy withReportingEndpoint(Option<String> newEndpoint) {
    return new OpenerPolicy(value, newEndpoint, reportOnlyValue, reportOnlyReportingEndpoint);
  }

  public OpenerPolicy withReportOnlyValue(OpenerPolicyValue newValue) {
    return new OpenerPolicy(value, reportingEndpoint, newValue, reportOnlyReportingEndpoint);
  }

  public OpenerPolicy withReportOnlyReportingEndpoint(Option<String> newEndpoint) {
    return new OpenerPolicy(value, reportingEndpoint, reportOnlyValue, newEndpoint);
  }

  /** What is left when everything that only reports is taken away. */
  public OpenerPolicy enforcedPart() {
    return new OpenerPolicy(value, Option.none(), UNSAFE_NONE, Option.none());
  }
}
