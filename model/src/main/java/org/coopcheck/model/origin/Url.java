package org.coopcheck.model.origin;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.IDN;
import java.net.InetAddress;

/**
 * A URL of the kinds that a scenario can name: {@code http(s)}, {@code about:}, {@code blob:},
 * {@code data:} and {@code javascript:}.
 *
 * <p>MODEL: path and query are taken as they are written, without percent-encoding but for a space
 * right before a fragment, so two spellings of one path count as two URLs; no rule of the model
 * looks into a path. User name and password are dropped. Hosts that only the URL Standard's own
 * mapping can name are no URLs here: percent-encoded ones, IPv4 addresses that are not four decimal
 * numbers, domains that no registry would accept (empty labels, a hyphen at an end), and domains
 * with characters that IDNA 2003, which the JDK has, reads differently.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-url">URL</a>
 */
public final class Url implements Comparable<Url> {
  /** {@code about:blank}. */
  public static final Url ABOUT_BLANK = new Url("about", "about:blank", Option.none());

  /** {@code about:srcdoc}. */
  public static final Url ABOUT_SRCDOC = new Url("about", "about:srcdoc", Option.none());

  private static final int LONGEST = 65_536;
  // A domain has at most 253 characters; the rest is for the port, and for characters that IDNA
  // drops. It also bounds the work of IDNA, which is quadratic.
  private static final int LONGEST_HOST_AND_PORT = 512;

  private static final CharMatcher C0_CONTROL_OR_SPACE = CharMatcher.inRange('\0', ' ');
  private static final CharMatcher TAB_OR_NEWLINE = CharMatcher.anyOf("\t\n\r");
  private static final CharMatcher SLASH = CharMatcher.anyOf("/\\");
  private static final CharMatcher ASCII_LETTER =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));
  private static final CharMatcher SCHEME_CHARACTER =
      ASCII_LETTER.or(CharMatcher.inRange('0', '9')).or(CharMatcher.anyOf("+-."));
  // sharp s (small, capital), final sigma, zero width (non-)joiner
  private static final CharMatcher READ_DIFFERENTLY_BY_IDNA_2003 =
      CharMatcher.anyOf("\u00DF\u1E9E\u03C2\u200C\u200D");

  // Searches ask for the same few over and over. Counted in characters, so that the memory is
  // bounded whatever is asked for.
  private static final Cache<String, Either<String, Url>> PARSED =
      CacheBuilder.newBuilder()
          .maximumWeight(4 * LONGEST)
          .weigher((String text, Either<String, Url> url) -> 64 + text.length())
          .build();

  private final String scheme;
  private final String text;
  private final Option<TupleOrigin> tupleOrigin;

  private Url(String scheme, String text, Option<TupleOrigin> tupleOrigin) {
    this.scheme = scheme;
    this.text = text;
    this.tupleOrigin = tupleOrigin;
  }

  /**
   * @param text any string
   * @return the URL, or what is wrong with the string
   */
  public static Either<String, Url> parse(String text) {
    if (text.length() > LONGEST) return Either.left("is longer than 64 KiB");
    var known = PARSED.getIfPresent(text);
    if (known != null) return known;
    var parsed = parseAnew(text);
    PARSED.put(text, parsed);
    return parsed;
  }

  private static Either<String, Url> parseAnew(String text) {
    String input = withSpaceBeforeFragmentEncoded(withoutNoise(text));
    int colon = input.indexOf(':');
    if (colon < 0) return Either.left("is not an absolute URL");
    String scheme = Ascii.toLowerCase(input.substring(0, colon));
    String rest = input.substring(colon + 1);
    return switch (scheme) {
      case "http", "https" -> parseHttp(scheme, rest);
      case "about" -> parseAbout(rest);
      case "blob" -> parseBlob(rest);
      case "data", "javascript" ->
          Either.right(new Url(scheme, scheme + ":" + rest, Option.none()));
      default ->
          Either.left("has a scheme other than http, https, about, blob, data and javascript");
    };
  }

  /**
   * @see <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL</a> (1. and 3.)
   */
  private static String withoutNoise(String text) {
    return TAB_OR_NEWLINE.removeFrom(C0_CONTROL_OR_SPACE.trimFrom(text));
  }

  /**
   * A space right before the fragment would be noise without it; so the standard encodes it, also in
   * an opaque path, where the spaces before it stay.
   *
   * @see <a href="https://url.spec.whatwg.org/#cannot-be-a-base-url-path-state">URL</a>
   */
  private static String withSpaceBeforeFragmentEncoded(String input) {
    int end = input.indexOf('#') - 1;
    if (end < 0 || !C0_CONTROL_OR_SPACE.matches(input.charAt(end))) return input;
    return "%s%%%02X%s"
        .formatted(input.substring(0, end), (int) input.charAt(end), input.substring(end + 1));
  }

  /** {@link #parse} for texts that are known to be URLs. */
  public static Url of(String text) {
    return parse(text)
        .getOrElseThrow(why -> new IllegalArgumentException("\"" + text + "\" as a URL " + why));
  }

  private static Either<String, Url> parseAbout(String rest) {
    String path = beforeAny(rest, "?#");
    if (path.equals("blank") || path.equals("srcdoc")) {
      return Either.right(new Url("about", "about:" + rest, Option.none()));
    }
    return Either.left("is an about: URL other than about:blank and about:srcdoc");
  }

  /**
   * @see <a href="https://url.spec.whatwg.org/#concept-url-origin">URL</a> (blob)
   */
  private static Either<String, Url> parseBlob(String rest) {
    String scheme = Ascii.toLowerCase(beforeAny(rest, ":"));
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Either.left("is a blob: URL without an http(s) origin in it");
    }
    return parse(rest)
        .mapLeft(why -> "is a blob: URL with a URL in it that " + why)
        .map(inner -> new Url("blob", "blob:" + inner.text, inner.tupleOrigin));
  }

  private static Either<String, Url> parseHttp(String scheme, String rest) {
    // However many slashes there are, and whichever way they lean.
    String afterSlashes = SLASH.trimLeadingFrom(rest);
    String authority = beforeAny(afterSlashes, "/\\?#");
    String tail = afterSlashes.substring(authority.length());
    String path = beforeAny(tail, "?#");
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    return parseHostAndPort(hostAndPort)
        .map(
            found -> {
              int port = found.port().getOrElse(defaultPort(scheme));
              var origin = new TupleOrigin(scheme, found.host(), port);
              String queryAndFragment = tail.substring(path.length());
              String url = origin + withoutDotSegments(path) + queryAndFragment;
              return new Url(scheme, url, Option.some(origin));
            });
  }

  /**
   * @see <a href="https://url.spec.whatwg.org/#path-state">URL</a>
   * @param path empty, or beginning with a slash
   */
  private static String withoutDotSegments(String path) {
    if (path.isEmpty()) return "/";
    String slashed = path.replace('\\', '/');
    if (!slashed.contains("/.") && !slashed.contains("/%2")) return slashed;
    Vector<String> output = Vector.empty();
    boolean endsInASlash = false;
    for (String segment : Splitter.on('/').split(slashed.substring(1))) {
      String dots = Ascii.toLowerCase(segment).replace("%2e", ".");
      endsInASlash = dots.equals(".") || dots.equals("..");
      if (dots.equals("..")) output = output.dropRight(1);
      if (!endsInASlash) output = output.append(segment);
    }
    return output.mkString("/", "/", endsInASlash && output.nonEmpty() ? "/" : "");
  }

  private record Authority(String host, Option<Integer> port) {}

  private static Either<String, Authority> parseHostAndPort(String text) {
    if (text.isEmpty()) return Either.left("has no host");
    if (text.length() > LONGEST_HOST_AND_PORT) return Either.left("has a host that is too long");
    HostAndPort parsed;
    try {
      parsed = HostAndPort.fromString(text);
    } catch (IllegalArgumentException malformed) {
      return Either.left("has a host or port that cannot be read");
    }
    Option<Integer> port = parsed.hasPort() ? Option.some(parsed.getPort()) : Option.none();
    String host = parsed.getHost();
    return (text.startsWith("[") ? serializedIpv6(host) : serializedHost(host))
        .map(serialized -> new Authority(serialized, port));
  }

  /**
   * @see <a href="https://url.spec.whatwg.org/#concept-ipv6-serializer">URL</a>
   */
  private static Either<String, String> serializedIpv6(String host) {
    // An address with a zone depends on the machine that reads it.
    if (!CharMatcher.ascii().matchesAllOf(host)
        || host.contains("%")
        || !InetAddresses.isInetAddress(host)) {
      return Either.left("has a host that is not an IPv6 address");
    }
    InetAddress address = InetAddresses.forString(host);
    byte[] bytes = address.getAddress();
    // NB: Java takes an IPv4-mapped address for the IPv4 address; for a URL they are two hosts.
    return Either.right(
        bytes.length == 4
            ? "[::ffff:%x:%x]".formatted(unsignedShort(bytes, 0), unsignedShort(bytes, 2))
            : InetAddresses.toUriString(address));
  }

  private static int unsignedShort(byte[] bytes, int index) {
    return (bytes[index] & 0xff) << 8 | (bytes[index + 1] & 0xff);
  }

  private static Either<String, String> serializedHost(String host) {
    if (!CharMatcher.ascii().matchesAllOf(host)) return internationalizedDomain(host);
    if (host.contains(":")) return Either.left("has a host that is not a domain");
    return InetAddresses.isInetAddress(host)
        ? Either.right(host)
        : validDomain(Ascii.toLowerCase(host));
  }

  private static Either<String, String> internationalizedDomain(String host) {
    if (READ_DIFFERENTLY_BY_IDNA_2003.matchesAnyOf(host)) {
      return Either.left("has a host with characters whose meaning changed; write it as xn--");
    }
    try {
      return validDomain(Ascii.toLowerCase(IDN.toASCII(host)));
    } catch (IllegalArgumentException malformed) {
      return Either.left("has a host that is not a domain");
    }
  }

  private static Either<String, String> validDomain(String ascii) {
    return InternetDomainName.isValid(ascii)
        ? Either.right(ascii)
        : Either.left("has a host that is not a domain");
  }

  private static String beforeAny(String text, String stops) {
    for (int i = 0; i < text.length(); i++) {
      if (stops.indexOf(text.charAt(i)) >= 0) return text.substring(0, i);
    }
    return text;
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** The scheme, in lower case, without the colon. */
  public String scheme() {
    return scheme;
  }

  /** Whether the scheme is an HTTP(S) scheme. */
  public boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /**
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/urls-and-fetching.html#matches-about:blank">HTML</a>
   */
  public boolean matchesAboutBlank() {
    return beforeAny(text, "?#").equals("about:blank");
  }

  /**
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/urls-and-fetching.html#matches-about:srcdoc">HTML</a>
   */
  public boolean matchesAboutSrcdoc() {
    return beforeAny(text, "?#").equals("about:srcdoc");
  }

  /**
   * The tuple origin of the URL; none where the URL Standard gives an opaque origin.
   *
   * @see <a href="https://url.spec.whatwg.org/#concept-url-origin">URL</a>
   */
  public Option<TupleOrigin> tupleOrigin() {
    return tupleOrigin;
  }

  /**
   * @see <a
   *     href="https://w3c.github.io/webappsec-secure-contexts/#potentially-trustworthy-url">Secure
   *     Contexts</a>
   */
  public boolean isPotentiallyTrustworthy() {
    return switch (scheme) {
      case "about", "data" -> true;
      default -> tupleOrigin.exists(TupleOrigin::isPotentiallyTrustworthy);
    };
  }

  /** Whether the URL has a fragment. */
  public boolean hasFragment() {
    return text.indexOf('#') >= 0;
  }

  /** The URL without its fragment. */
  public Url withoutFragment() {
    return hasFragment() ? new Url(scheme, beforeAny(text, "#"), tupleOrigin) : this;
  }

  /** The path of an HTTP(S) URL with its query, {@code /} at least; the text for any other. */
  public String pathAndQuery() {
    if (!isHttp()) return text;
    return beforeAny(text.substring(tupleOrigin.get().toString().length()), "#");
  }

  /**
   * @param reference an absolute URL, or one relative to this one as {@code Location} allows
   * @return the URL meant, or what is wrong with the reference
   */
  public Either<String, Url> resolve(String reference) {
    String input = withoutNoise(reference);
    Option<String> ownScheme = schemeOf(input);
    if (!isHttp() || ownScheme.exists(own -> !own.equals(scheme))) return parse(input);
    // NB: with the scheme of the base a reference is as relative as without it: "https:page".
    return resolveRelative(ownScheme.isEmpty() ? input : input.substring(scheme.length() + 1));
  }

  private static Option<String> schemeOf(String input) {
    String prefix = beforeAny(input, ":");
    boolean isScheme =
        prefix.length() < input.length()
            && !prefix.isEmpty()
            && ASCII_LETTER.matches(prefix.charAt(0))
            && SCHEME_CHARACTER.matchesAllOf(prefix);
    return Option.when(isScheme, () -> Ascii.toLowerCase(prefix));
  }

  /**
   * @see <a href="https://url.spec.whatwg.org/#relative-state">URL</a>
   */
  private Either<String, Url> resolveRelative(String reference) {
    String origin = tupleOrigin.get().toString();
    int slashes = reference.length() - SLASH.trimLeadingFrom(reference).length();
    if (slashes >= 2) return parse(scheme + ":" + reference);
    if (slashes == 1) return parse(origin + reference);
    if (reference.isEmpty()) return Either.right(withoutFragment());
    if (reference.startsWith("#")) return parse(withoutFragment().text + reference);
    String path = beforeAny(text.substring(origin.length()), "?#");
    if (reference.startsWith("?")) return parse(origin + path + reference);
    return parse(origin + path.substring(0, path.lastIndexOf('/') + 1) + reference);
  }

  @Override
  public int compareTo(Url other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Url that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The serialization of the URL. */
  @Override
  public String toString() {
    return text;
  }
}
