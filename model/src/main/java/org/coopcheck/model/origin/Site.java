package org.coopcheck.model.origin;

/**
 * A site: what is left of an origin without port and subdomains.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#site">HTML</a>
 */
public sealed interface Site extends Comparable<Site> {

  /**
   * @param origin the opaque origin that is its own site
   */
  record Opaque(OpaqueOrigin origin) implements Site {
    @Override
    public String toString() {
      return origin.toString();
    }
  }

  /**
   * @param scheme the scheme
   * @param host the registrable domain, or the whole host where there is none
   */
  record SchemeAndHost(String scheme, String host) implements Site {
    @Override
    public String toString() {
      return scheme + "://" + host;
    }
  }

  /** Opaque sites first, in the order in which their origins came to be. */
  @Override
  default int compareTo(Site other) {
    return switch (this) {
      case Opaque mine ->
          other instanceof Opaque theirs ? mine.origin().compareTo(theirs.origin()) : -1;
      case SchemeAndHost mine ->
          other instanceof SchemeAndHost theirs ? mine.toString().compareTo(theirs.toString()) : 1;
    };
  }
}
