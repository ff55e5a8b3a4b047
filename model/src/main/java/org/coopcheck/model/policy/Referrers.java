package org.coopcheck.model.policy;

import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;

/**
 * What a request says of where it comes from.
 *
 * @see <a href="https://w3c.github.io/webappsec-referrer-policy/#algorithms">Referrer Policy</a>
 */
public final class Referrers {
  private static final int LONGEST = 4096;

  private Referrers() {}

  /**
   * @see <a
   *     href="https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer">Referrer
   *     Policy</a>
   * @param policy the request's referrer policy
   * @param source the URL of the document that makes the request, or what a redirect has left of it
   * @param request the request's current URL
   * @return the request's referrer; none for "no referrer"
   */
  public static Option<Url> determineRequestsReferrer(
      ReferrerPolicy policy, Url source, Url request) {
    if (!source.isHttp()) return Option.none(); // 4. of stripping: a local scheme
    var whole = Option.some(stripForUseAsAReferrer(source)); // 4.
    var origin = Option.some(originOnly(source)); // 5.
    boolean isTooLong = whole.get().toString().length() > LONGEST; // 6.
    var url = isTooLong ? origin : whole;
    boolean isSameOrigin = source.tupleOrigin().equals(request.tupleOrigin());
    boolean isDowngrade = source.isPotentiallyTrustworthy() && !request.isPotentiallyTrustworthy();
    return switch (policy) { // 8.
      case NO_REFERRER -> Option.none();
      case ORIGIN -> origin;
      case UNSAFE_URL -> url;
      case STRICT_ORIGIN -> isDowngrade ? Option.none() : origin;
      case STRICT_ORIGIN_WHEN_CROSS_ORIGIN ->
          isSameOrigin ? url : isDowngrade ? Option.none() : origin;
      case SAME_ORIGIN -> isSameOrigin ? url : Option.none();
      case ORIGIN_WHEN_CROSS_ORIGIN -> isSameOrigin ? url : origin;
      case NO_REFERRER_WHEN_DOWNGRADE -> isDowngrade ? Option.none() : url;
    };
  }

  // NB: URLs of the model have no user name and no password.
  private static Url stripForUseAsAReferrer(Url url) {
    return url.withoutFragment();
  }

  private static Url originOnly(Url url) {
    return Url.of(url.tupleOrigin().get() + "/");
  }
}
