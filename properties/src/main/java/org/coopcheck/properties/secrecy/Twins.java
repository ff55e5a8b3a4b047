package org.coopcheck.properties.secrecy;

import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;

/** Pages that are like others but for their path. */
public final class Twins {
  private static final String MARK = "twin";

  private Twins() {}

  /** A URL of the same origin whose page is the same. */
  public static Url of(Url url) {
    var plain = url.withoutFragment().toString();
    return Url.of(plain + (plain.contains("?") ? "&" : "?") + MARK);
  }

  /** Whether the URL is one of those. */
  public static boolean isTwin(Url url) {
    return url.withoutFragment().toString().endsWith(MARK);
  }

  /**
   * Servers that answer for twins what they answer for the others; and what redirects goes on to the
   * twin of where it went.
   *
   * @param server the servers
   */
  public record Serving(Server server) implements Server {
    @Override
    public Exchange request(Url url) {
      if (!isTwin(url)) {
        var exchange = server.request(url);
        return new Exchange(exchange.response(), new Serving(exchange.server()));
      }
      var exchange = server.request(original(url));
      return new Exchange(sentToATwin(url, exchange.response()), new Serving(exchange.server()));
    }
  }

  /**
   * Servers of which those that are not of an origin send to twins whomever they send on.
   *
   * @param server the servers
   * @param origin the origin
   */
  public record Redirecting(Server server, Origin origin) implements Server {
    @Override
    public Exchange request(Url url) {
      var exchange = server.request(url);
      boolean isForeign = !url.tupleOrigin().exists(origin::equals);
      return new Exchange(
          isForeign ? sentToATwin(url, exchange.response()) : exchange.response(),
          new Redirecting(exchange.server(), origin));
    }
  }

  private static Url original(Url twin) {
    String text = twin.toString();
    return Url.of(text.substring(0, text.length() - MARK.length() - 1));
  }

  private static Response sentToATwin(Url url, Response response) {
    return switch (response) {
      case Response.NetworkError error -> new Response.NetworkError(url);
      case Response.Answered answered ->
          new Response.Answered(
              url,
              answered.status(),
              answered
                  .locationUrl()
                  .filter(Url::isHttp)
                  .map(to -> toTwin(answered.headers(), to))
                  .getOrElse(answered.headers()));
    };
  }

  /** The headers, with another place to go to. */
  public static HeaderList toTwin(HeaderList headers, Url to) {
    return headers
        .without(field -> field.name().equalsIgnoreCase("Location"))
        .with("Location", (isTwin(to) ? to : of(to)).toString());
  }
}
