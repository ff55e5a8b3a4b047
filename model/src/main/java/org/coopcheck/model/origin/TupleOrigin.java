package org.coopcheck.model.origin;

import com.google.common.net.InetAddresses;
import java.util.Objects;

/**
 * A tuple origin.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-tuple">HTML</a>
 */
public final class TupleOrigin implements Origin {
  private final String scheme;
  private final String host;
  private final int port;
  // Derived once, since every comparison asks for them.
  private final String serialization;
  private final Site site;
  private final int hash;

  /**
   * @param scheme {@code http} or {@code https}
   * @param host a domain or an IP address in its serialized, lower-case form
   * @param port the port, the scheme's default port included
   */
  public TupleOrigin(String scheme, String host, int port) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    String portPart = port == Url.defaultPort(scheme) ? "" : ":" + port;
    this.serialization = scheme + "://" + host + portPart;
    this.site = new Site.SchemeAndHost(scheme, RegistrableDomains.registrableDomainOrHost(host));
    this.hash = Objects.hash(scheme, host, port);
  }

  public String scheme() {
    return scheme;
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public boolean isPotentiallyTrustworthy() {
    return scheme.equals("https") // 3.
        || isLoopbackAddress() // 4.
        || isLocalhost(); // 5.
  }

  private boolean isLoopbackAddress() {
    return host.equals("[::1]") || (host.startsWith("127.") && InetAddresses.isInetAddress(host));
  }

  private boolean isLocalhost() {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.equals("localhost") || name.endsWith(".localhost");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TupleOrigin that
            && port == that.port
            && host.equals(that.host)
            && scheme.equals(that.scheme));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The serialization of the origin, as {@code Origin} and {@code self.origin} show it. */
  @Override
  public String toString() {
    return serialization;
  }
}
