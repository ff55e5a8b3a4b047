package org.coopcheck.model.origin;

/**
 * An opaque origin: same origin with itself and nothing else.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-opaque">HTML</a>
 * @param number tells this opaque origin from all others of its world
 */
public record OpaqueOrigin(int number) implements Origin {

  @Override
  public Site site() {
    return new Site.Opaque(this);
  }

  @Override
  public boolean isPotentiallyTrustworthy() {
    return false;
  }

  @Override
  public String toString() {
    return "opaque-" + number;
  }
}
