package org.coopcheck.model.origin;

import com.google.common.net.InternetDomainName;

/**
 * Registrable domains by the public suffix list.
 *
 * @see <a href="https://url.spec.whatwg.org/#host-registrable-domain">URL</a>
 */
final class RegistrableDomains {
  private RegistrableDomains() {}

  /**
   * @param host the host of a tuple origin
   * @return its registrable domain, or the host itself if it has none (an IP address, {@code
   *     localhost}, a public suffix)
   */
  static String registrableDomainOrHost(String host) {
    // NB: an IP address is not valid as a domain name: the last label of one is no number.
    if (!InternetDomainName.isValid(host)) return host;
    InternetDomainName name = InternetDomainName.from(host);
    // Guava drops a trailing dot; but with it the domain is another one.
    String trailingDot = host.endsWith(".") ? "." : "";
    if (name.isUnderPublicSuffix()) return name.topPrivateDomain() + trailingDot;
    if (name.isPublicSuffix() || name.parts().size() < 2) return host;
    // NB: Guava leaves out the list's default rule "*" (a suffix that the list does not name counts
    // as one label); what is left here are exactly the names to which it applies.
    var labels = name.parts();
    return labels.get(labels.size() - 2) + "." + labels.get(labels.size() - 1) + trailingDot;
  }
}
