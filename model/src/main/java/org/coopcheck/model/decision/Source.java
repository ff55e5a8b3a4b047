package org.coopcheck.model.decision;

import java.net.URI;

/**
 * Who says so.
 *
 * @param claimedBy the standard, an explainer, a bug report, or {@code conjecture}
 * @param link where it can be read
 */
public record Source(String claimedBy, URI link) {
  private static final String HTML = "https://html.spec.whatwg.org/multipage/";

  /**
   * @param fragment page and fragment, as in {@code browsers.html#matching-coop}
   */
  public static Source html(String fragment) {
    return new Source("HTML Standard", URI.create(HTML + fragment));
  }

  /** A document other than the HTML Standard. */
  public static Source of(String claimedBy, String link) {
    return new Source(claimedBy, URI.create(link));
  }
}
