package org.coopcheck.properties.generator;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;

/** Origins for jqwik: few enough to meet again, with every relation that rules look at. */
public final class OriginGenerators {
  /** The tuple origins. The first three are what a universe has: one, another site, a subdomain. */
  public static final Vector<TupleOrigin> TUPLES =
      Vector.of(
              "https://a.example",
              "https://b.example",
              "https://sub.a.example",
              "https://a.example:8443",
              "http://a.example",
              "http://b.example",
              "http://localhost",
              "http://localhost:8080",
              "http://127.0.0.1",
              "https://192.0.2.1",
              "http://[::1]:8080",
              "https://alice.github.io",
              "https://bob.github.io",
              "https://xn--bcher-kva.example")
          .map(text -> Url.of(text).tupleOrigin().get());

  private OriginGenerators() {}

  /**
   * Two origins.
   *
   * @param first the one
   * @param second the other
   */
  public record Pair(Origin first, Origin second) {}

  /** Tuple origins. */
  public static Arbitrary<TupleOrigin> tupleOrigins() {
    return Arbitraries.of(TUPLES.asJava());
  }

  /** Opaque origins. */
  public static Arbitrary<OpaqueOrigin> opaqueOrigins() {
    return Arbitraries.integers().between(1, 5).map(OpaqueOrigin::new);
  }

  /** Origins of both kinds. */
  public static Arbitrary<Origin> origins() {
    return Arbitraries.oneOf(tupleOrigins().map(each -> each), opaqueOrigins().map(each -> each));
  }

  /** Pairs that are same site but not same origin. */
  public static Arbitrary<Pair> sameSitePairs() {
    return pairs()
        .filter(
            pair ->
                pair.first().isSameSiteWith(pair.second())
                    && !pair.first().isSameOriginWith(pair.second()));
  }

  /** Pairs that are cross-site. */
  public static Arbitrary<Pair> crossSitePairs() {
    return pairs().filter(pair -> !pair.first().isSameSiteWith(pair.second()));
  }

  private static Arbitrary<Pair> pairs() {
    return Combinators.combine(origins(), origins()).as(Pair::new);
  }
}
