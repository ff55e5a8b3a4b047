package org.coopcheck.model.report;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.world.Document;

/**
 * A document, or a response that may become one, as somebody who is told of things, or of whom others
 * are told.
 *
 * @param url its URL
 * @param origin its origin
 * @param openerPolicy its opener policy
 * @param endpoints the endpoints that its response named
 * @param redirectOrigins the origins of the responses that redirected to it
 */
public record Reporter(
    Url url,
    Origin origin,
    OpenerPolicy openerPolicy,
    SortedMap<String, Url> endpoints,
    Vector<Origin> redirectOrigins) {

  /** That document. */
  public static Reporter of(Document document) {
    return new Reporter(
        document.url(),
        document.origin(),
        document.openerPolicy(),
        document.reportingEndpoints(),
        document.redirectOrigins());
  }

  /** A response that names no endpoints, and to which nothing redirected. */
  public static Reporter of(Url url, Origin origin, OpenerPolicy openerPolicy) {
    return new Reporter(url, origin, openerPolicy, TreeMap.empty(), Vector.empty());
  }

  /**
   * The other in its place, under its policy. If the other is of another origin, it has not set that
   * policy itself.
   */
  public Reporter replacedBy(Reporter other) {
    return new Reporter(
        other.url,
        other.origin,
        openerPolicy.withCoopOrigin(Option.some(openerPolicy.coopOriginIn(origin))),
        endpoints,
        other.redirectOrigins);
  }

  /** Whether the origin set its opener policy itself; in the standard always. */
  public boolean hasItsOwnPolicy() {
    return openerPolicy.coopOriginIn(origin).isSameOriginWith(origin);
  }

  /** Whether it and all that redirected to it are same origin with the other. */
  public boolean isWhollySameOriginWith(Reporter other) {
    return origin.isSameOriginWith(other.origin)
        && redirectOrigins.forAll(each -> each.isSameOriginWith(other.origin));
  }

  /** Where an endpoint is; none if nothing declares it, so that what is sent there is lost. */
  public Option<Url> endpoint(String name) {
    return endpoints.get(name);
  }
}
