package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
public record OpenerPolicy(
    OpenerPolicyValue value,
    Option<String> reportingEndpoint,
    OpenerPolicyValue reportOnlyValue,
    Option<String> reportOnlyReportingEndpoint)
    implements OpenerPolicyBuilder.With {

  /** A new opener policy: {@code unsafe-none}, told to nobody. */
  public static final OpenerPolicy DEFAULT =
      new OpenerPolicy(UNSAFE_NONE, Option.none(), UNSAFE_NONE, Option.none());

  /** What is left when everything that only reports is taken away. */
  public OpenerPolicy enforcedPart() {
    return new OpenerPolicy(value, Option.none(), UNSAFE_NONE, Option.none());
  }
}
