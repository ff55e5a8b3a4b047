package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;

/**
 * An opener policy.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policy">HTML</a>
 * @param value the value that is enforced
 * @param reportingEndpoint the endpoint that is told of what {@code value} does
 * @param reportOnlyValue the value that is tried
 * @param reportOnlyReportingEndpoint the endpoint that is told of what {@code reportOnlyValue} would
 *     do
 * @param coopOrigin the origin that set the policy, where it is not that of the document. Only
 *     proposals, and some choices about CSP sandbox, set it.
 */
@RecordBuilder
public record OpenerPolicy(
    OpenerPolicyValue value,
    Option<String> reportingEndpoint,
    OpenerPolicyValue reportOnlyValue,
    Option<String> reportOnlyReportingEndpoint,
    Option<Origin> coopOrigin)
    implements OpenerPolicyBuilder.With {

  /** A new opener policy: {@code unsafe-none}, told to nobody. */
  public static final OpenerPolicy DEFAULT =
      new OpenerPolicy(UNSAFE_NONE, Option.none(), UNSAFE_NONE, Option.none(), Option.none());

  /** The origin with which opener policies of this document are compared: the COOP origin. */
  public Origin coopOriginIn(Origin documentOrigin) {
    return coopOrigin.getOrElse(documentOrigin);
  }

  /** What is left when everything that only reports is taken away. */
  public OpenerPolicy enforcedPart() {
    return DEFAULT.withValue(value).withCoopOrigin(coopOrigin);
  }
}
