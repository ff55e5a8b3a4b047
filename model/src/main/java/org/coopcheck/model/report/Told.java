package org.coopcheck.model.report;

import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;

/**
 * A URL that a report has room for.
 *
 * @param role what the URL is
 * @param url the URL, already sanitized; none if it is withheld, or if there is none
 */
public record Told(Role role, Option<Url> url) {

  /** What a URL in a report is. */
  public enum Role {
    /** That of the document or response before. */
    PREVIOUS,
    /** That of the response after. */
    NEXT,
    /** The referrer, of the navigation or of the page that is told. */
    REFERRER,
    /** That of the document in the opener's window. */
    OPENER,
    /** That of the document in a window that the page opened. */
    OPENEE,
    /** The one with which a window was opened. */
    INITIAL,
    /** That of a document in another window. */
    OTHER
  }
}
