package org.coopcheck.model.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.Tuple.Tuple3;

class SiteTest {

  /** The first rows are those of the URL Standard, at "registrable domain" of a host. */
  @Data
  Iterable<Tuple2<String, String>> registrableDomains() {
    return Table.of( // host, registrable domain or host
        Tuple.of("com", "com"),
        Tuple.of("example.com", "example.com"),
        Tuple.of("www.example.com", "example.com"),
        Tuple.of("sub.www.example.com", "example.com"),
        Tuple.of("example.com.", "example.com."),
        Tuple.of("github.io", "github.io"),
        Tuple.of("whatwg.github.io", "whatwg.github.io"),
        Tuple.of("xn--kgbechtv", "xn--kgbechtv"),
        Tuple.of("example.xn--kgbechtv", "example.xn--kgbechtv"),
        Tuple.of("sub.example.xn--kgbechtv", "example.xn--kgbechtv"),
        Tuple.of("[2001:db8:85a3::8a2e:370:7334]", "[2001:db8:85a3::8a2e:370:7334]"),
        // the default rule of the list
        Tuple.of("example", "example"),
        Tuple.of("a.example", "a.example"),
        Tuple.of("sub.a.example", "a.example"),
        Tuple.of("sub.sub.a.example", "a.example"),
        Tuple.of("sub.a.example.", "a.example."),
        // longer suffixes, wildcards and exceptions
        Tuple.of("uk", "uk"),
        Tuple.of("co.uk", "co.uk"),
        Tuple.of("co.uk.", "co.uk."),
        Tuple.of("a.co.uk", "a.co.uk"),
        Tuple.of("b.a.co.uk", "a.co.uk"),
        Tuple.of("x.whatwg.github.io", "whatwg.github.io"),
        Tuple.of("x.whatwg.github.io.", "whatwg.github.io."),
        Tuple.of("ck", "ck"),
        Tuple.of("b.ck", "b.ck"),
        Tuple.of("a.b.ck", "a.b.ck"),
        Tuple.of("www.ck", "www.ck"),
        Tuple.of("a.www.ck", "www.ck"),
        Tuple.of("b.kawasaki.jp", "b.kawasaki.jp"),
        Tuple.of("a.b.kawasaki.jp", "a.b.kawasaki.jp"),
        Tuple.of("a.city.kawasaki.jp", "city.kawasaki.jp"),
        // hosts without registrable domain
        Tuple.of("localhost", "localhost"),
        Tuple.of("localhost.", "localhost."),
        Tuple.of("a.localhost", "a.localhost"),
        Tuple.of("b.a.localhost", "a.localhost"),
        Tuple.of("1.2.3.4", "1.2.3.4"),
        Tuple.of("[::1]", "[::1]"),
        Tuple.of("[::ffff:102:304]", "[::ffff:102:304]"),
        // no hosts at all, yet nothing to fall over
        Tuple.of("", ""),
        Tuple.of(".", "."),
        Tuple.of("a..b", "a..b"),
        Tuple.of("A B", "A B"));
  }

  @Property
  @FromData("registrableDomains")
  void the_site_of_an_origin_is_its_scheme_and_registrable_domain(
      @ForAll String host, @ForAll String registrableDomain) {
    assertThat(RegistrableDomains.registrableDomainOrHost(host)).isEqualTo(registrableDomain);
    assertThat(new TupleOrigin("https", host, 8443).site())
        .isEqualTo(new Site.SchemeAndHost("https", registrableDomain));
  }

  @Data
  Iterable<Tuple3<String, String, Boolean>> pairs() {
    return Table.of( // URL, URL, same site
        Tuple.of("https://a.example", "https://sub.a.example", true),
        Tuple.of("https://a.example", "https://a.example:8443", true),
        Tuple.of("https://x.a.example", "https://y.a.example", true),
        Tuple.of("https://a.example", "http://a.example", false),
        Tuple.of("https://a.example", "https://b.example", false),
        Tuple.of("https://a.example", "https://a.example.", false),
        Tuple.of("https://a.example", "https://a.com", false),
        Tuple.of("https://a.co.uk", "https://b.co.uk", false),
        Tuple.of("https://a.github.io", "https://b.github.io", false),
        Tuple.of("https://github.io", "https://a.github.io", false),
        Tuple.of("http://localhost:1", "http://localhost:2", true),
        Tuple.of("http://localhost", "http://a.localhost", false),
        Tuple.of("http://127.0.0.1:1", "http://127.0.0.1:2", true),
        Tuple.of("http://127.0.0.1", "http://127.0.0.2", false),
        Tuple.of("http://1.2.3.4", "http://5.2.3.4", false),
        Tuple.of("http://[::1]", "http://[::1]:80", true),
        Tuple.of("http://1.2.3.4", "http://[::ffff:1.2.3.4]", false),
        Tuple.of("blob:https://a.example/1", "https://sub.a.example", true));
  }

  @Property
  @FromData("pairs")
  void two_origins_are_same_site_as_the_table_says(
      @ForAll String one, @ForAll String other, @ForAll boolean sameSite) {
    Origin a = Url.of(one).tupleOrigin().get();
    Origin b = Url.of(other).tupleOrigin().get();
    assertThat(a.isSameSiteWith(b)).isEqualTo(sameSite);
    assertThat(b.isSameSiteWith(a)).isEqualTo(sameSite);
  }

  @Example
  void an_opaque_origin_is_same_origin_and_same_site_with_itself_alone() {
    Origin opaque = new OpaqueOrigin(1);
    assertThat(opaque.isSameOriginWith(new OpaqueOrigin(1))).isTrue();
    assertThat(opaque.isSameSiteWith(new OpaqueOrigin(1))).isTrue();
    assertThat(opaque.isSameOriginWith(new OpaqueOrigin(2))).isFalse();
    assertThat(opaque.isSameSiteWith(new OpaqueOrigin(2))).isFalse();
    assertThat(opaque.isSameSiteWith(new TupleOrigin("https", "a.example", 443))).isFalse();
    assertThat(opaque.isPotentiallyTrustworthy()).isFalse();
    assertThat(opaque).hasToString("opaque-1");
    assertThat(opaque.site()).hasToString("opaque-1");
  }

  @Example
  void a_port_parts_origins_but_not_sites() {
    var one = new TupleOrigin("https", "a.example", 443);
    var other = new TupleOrigin("https", "a.example", 444);
    assertThat(one.isSameOriginWith(other)).isFalse();
    assertThat(one.isSameOriginWith(new TupleOrigin("https", "a.example", 443))).isTrue();
    assertThat(one).hasSameHashCodeAs(new TupleOrigin("https", "a.example", 443));
    assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
    assertThat(one.scheme()).isEqualTo("https");
    assertThat(one.host()).isEqualTo("a.example");
    assertThat(one.port()).isEqualTo(443);
    assertThat(one).hasToString("https://a.example");
    assertThat(other).hasToString("https://a.example:444");
    assertThat(new TupleOrigin("http", "a.example", 443)).hasToString("http://a.example:443");
  }

  @Property(seed = "3150762209914385", tries = 2_000)
  void origins_and_sites_are_ordered_so_that_only_equal_ones_tie(
      @ForAll("origins") Origin a, @ForAll("origins") Origin b, @ForAll("origins") Origin c) {
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.site().compareTo(b.site()) == 0).isEqualTo(a.site().equals(b.site()));
    assertThat(Integer.signum(a.site().compareTo(b.site())))
        .isEqualTo(-Integer.signum(b.site().compareTo(a.site())));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
    }
  }

  @Property(seed = "7420651189930462", tries = 2_000)
  void same_origin_implies_same_site(@ForAll("origins") Origin a, @ForAll("origins") Origin b) {
    if (a.isSameOriginWith(b)) assertThat(a.isSameSiteWith(b)).isTrue();
  }

  @Provide
  Arbitrary<Origin> origins() {
    return Arbitraries.of(
        Vector.of(
                "https://a.example",
                "https://sub.a.example",
                "https://a.example:1",
                "http://a.example",
                "http://a.example:443",
                "https://a.example.",
                "http://[::1]",
                "http://localhost",
                "https://b.example")
            .map(url -> (Origin) Url.of(url).tupleOrigin().get())
            .append(new OpaqueOrigin(1))
            .append(new OpaqueOrigin(2))
            .append(new OpaqueOrigin(10))
            .asJava());
  }

  @Property(seed = "5529013374468120", tries = 1_000)
  void no_host_is_too_strange_to_have_a_site(@ForAll("hosts") String host) {
    assertThat(RegistrableDomains.registrableDomainOrHost(host)).isNotNull();
  }

  @Provide
  Arbitrary<String> hosts() {
    Arbitrary<String> labels =
        Arbitraries.of(
            "a",
            "co",
            "uk",
            "github",
            "io",
            "ck",
            "example",
            "com",
            "localhost",
            "1",
            "xn--p1ai",
            "",
            "-",
            "_",
            "\u00fc",
            "\u3002",
            "\ud800",
            "[",
            "]",
            ":",
            "%",
            "a".repeat(64));
    return Arbitraries.oneOf(
        labels.list().ofMaxSize(6).map(parts -> String.join(".", parts)),
        labels.map(label -> (label + ".").repeat(16_000)),
        Arbitraries.strings().all().ofMaxLength(40));
  }
}
