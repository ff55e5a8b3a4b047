package org.coopcheck.model.scenario;

import io.vavr.collection.Vector;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Url;

/** What a server answers to one request. */
public sealed interface Answer {

  /**
   * A response.
   *
   * @param status its status code
   * @param headers its field lines
   */
  record Served(int status, HeaderList headers) implements Answer {
    /** 200 without headers, which is what a URL answers that no scenario speaks of. */
    public static final Served PLAIN = new Served(200, HeaderList.EMPTY);
  }

  /** No response: a network error. */
  record Nothing() implements Answer {}

  /** Whether it names a reporting endpoint for an opener policy. */
  default boolean namesAnEndpoint() {
    return switch (this) {
      case Served(var status, var headers) ->
          Vector.of("Cross-Origin-Opener-Policy", "Cross-Origin-Opener-Policy-Report-Only")
              .exists(
                  name ->
                      headers
                          .getStructuredItem(name)
                          .exists(item -> item.stringParameter("report-to").isDefined()));
      case Nothing() -> false;
    };
  }

  /** The answer as the response to a request for the URL. */
  default Response to(Url url) {
    return switch (this) {
      case Served(var status, var headers) -> new Response.Answered(url, status, headers);
      case Nothing() -> new Response.NetworkError(url);
    };
  }
}
