package org.coopcheck.model.origin;

/**
 * An origin: opaque, or a tuple of scheme, host and port.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#concept-origin">HTML</a>
 */
public sealed interface Origin extends Comparable<Origin> permits OpaqueOrigin, TupleOrigin {

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#same-origin">HTML</a>
   * @param other any origin; an opaque origin is same origin only with itself
   */
  default boolean isSameOriginWith(Origin other) {
    return equals(other);
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#same-site">HTML</a>
   * @param other any origin
   */
  default boolean isSameSiteWith(Origin other) {
    return site().equals(other.site());
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#obtain-a-site">HTML</a>
   */
  Site site();

  /**
   * @see <a href="https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy">Secure
   *     Contexts</a>
   */
  boolean isPotentiallyTrustworthy();

  /**
   * Opaque origins first, in the order in which they came to be; then tuple origins by spelling.
   */
  @Override
  default int compareTo(Origin other) {
    return switch (this) {
      case OpaqueOrigin mine ->
          other instanceof OpaqueOrigin theirs
              ? Integer.compare(mine.number(), theirs.number())
              : -1;
      case TupleOrigin mine ->
          other instanceof TupleOrigin theirs ? mine.toString().compareTo(theirs.toString()) : 1;
    };
  }
}
