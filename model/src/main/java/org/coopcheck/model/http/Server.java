package org.coopcheck.model.http;

import org.coopcheck.model.origin.Url;

/** All servers of the network, as one immutable value that remembers what it was asked. */
public interface Server {

  /**
   * @param response the answer
   * @param server the servers after it
   */
  record Exchange(Response response, Server server) {}

  /** Asks for the URL; its fragment does not matter. */
  Exchange request(Url url);

  /** Servers that answer every request with 200 and no headers. */
  Server SILENT =
      new Server() {
        @Override
        public Exchange request(Url url) {
          return new Exchange(new Response.Answered(url, 200, HeaderList.EMPTY), this);
        }
      };
}
