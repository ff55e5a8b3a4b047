package org.coopcheck.properties.secrecy;

import io.vavr.collection.Vector;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;

/**
 * Servers of which those of one origin remember what they were asked.
 *
 * @param server the servers
 * @param origin the origin
 * @param requests the URLs that its servers were asked for, in order
 */
public record Overheard(Server server, Origin origin, Vector<Url> requests) implements Server {

  /** Servers that were asked nothing yet. */
  public static Overheard by(Origin origin, Server server) {
    return new Overheard(server, origin, Vector.empty());
  }

  @Override
  public Exchange request(Url url) {
    var exchange = server.request(url);
    boolean isOwn = url.tupleOrigin().exists(origin::equals);
    return new Exchange(
        exchange.response(),
        new Overheard(
            exchange.server(), origin, isOwn ? requests.append(url.withoutFragment()) : requests));
  }
}
