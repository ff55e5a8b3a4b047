package org.coopcheck.model.http;

import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;

/**
 * One answer of a chain of redirects.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#concept-response">Fetch</a>
 */
public sealed interface Response {

  /** The URL that was requested. */
  Url url();

  /**
   * The server answered.
   *
   * @param url the URL that was requested
   * @param status the status code
   * @param headers the field lines
   */
  record Answered(Url url, int status, HeaderList headers) implements Response {

    /**
     * @see <a href="https://fetch.spec.whatwg.org/#concept-response-location-url">Fetch</a>
     * @return the location URL if this is a redirect with a Location field that is a URL
     */
    public Option<Url> locationUrl() {
      return isRedirect() ? headers.kept(new LocationFrom(url), this::locationUrl) : Option.none();
    }

    private Option<Url> locationUrl(HeaderList fields) {
      return fields.get("Location").flatMap(location -> url.resolve(location).toOption());
    }

    /** What is read from a field that is relative to the URL of the response. */
    private record LocationFrom(Url url) {}

    /**
     * @see <a href="https://fetch.spec.whatwg.org/#redirect-status">Fetch</a>
     */
    public boolean isRedirect() {
      return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
  }

  /**
   * A network error: there was no answer.
   *
   * @param url the URL that was requested
   */
  record NetworkError(Url url) implements Response {}
}
