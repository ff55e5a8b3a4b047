package org.coopcheck.counterexamples.headers;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Url;

/**
 * A response with the URL that was asked for.
 *
 * @param number its place among all printed responses, from 1
 * @param url the URL
 * @param printed the response
 */
record ChainedResponse(int number, Url url, PrintedResponse printed) {
  private static final int OK = 200;

  int status() {
    return printed.status().getOrElse(OK);
  }

  HeaderList headers() {
    return printed.headers();
  }

  /** The URL to which it redirects. */
  Option<Url> redirectsTo() {
    return new Response.Answered(url, status(), headers()).locationUrl();
  }

  /**
   * The responses with their URLs. One that follows a redirect answers for the URL there; any other
   * begins a chain of its own, at the first URL again.
   *
   * @param responses the responses
   * @param first the URL of the first response
   * @return the chains
   */
  static Vector<Vector<ChainedResponse>> chains(Vector<PrintedResponse> responses, Url first) {
    return responses
        .zipWithIndex()
        .foldLeft(
            Vector.empty(),
            (chains, response) -> {
              var target =
                  chains.lastOption().map(Vector::last).flatMap(ChainedResponse::redirectsTo);
              var chained =
                  new ChainedResponse(response._2 + 1, target.getOrElse(first), response._1);
              return target.isDefined()
                  ? chains.init().append(chains.last().append(chained))
                  : chains.append(Vector.of(chained));
            });
  }
}
