package org.coopcheck.model.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.control.Either;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Data;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.http.Hostile;

class UrlTest {
  private static final int KIB_64 = 65_536;

  @Data
  Iterable<Tuple2<String, String>> httpUrls() {
    return Table.of( // text, serialization
        Tuple.of("https://a.example/", "https://a.example/"),
        Tuple.of("HTTPS://A.Example", "https://a.example/"),
        Tuple.of("https://a.example?q#f", "https://a.example/?q#f"),
        Tuple.of("https://a.example#f", "https://a.example/#f"),
        Tuple.of("https://a.example/P?Q#F", "https://a.example/P?Q#F"),
        Tuple.of("https://a.example./", "https://a.example./"),
        Tuple.of("https://a_b.example/", "https://a_b.example/"),
        // ports
        Tuple.of("https://a.example:443/", "https://a.example/"),
        Tuple.of("http://a.example:443/", "http://a.example:443/"),
        Tuple.of("http://a.example:80/", "http://a.example/"),
        Tuple.of("https://a.example:8443/", "https://a.example:8443/"),
        Tuple.of("https://a.example:00080/", "https://a.example:80/"),
        Tuple.of("https://a.example:0/", "https://a.example:0/"),
        Tuple.of("https://a.example:65535/", "https://a.example:65535/"),
        Tuple.of("https://a.example:/", "https://a.example/"),
        // user names and passwords
        Tuple.of("https://u:p@a.example:444/", "https://a.example:444/"),
        Tuple.of("https://b.example@a.example/", "https://a.example/"),
        Tuple.of("https://u@v@a.example/", "https://a.example/"),
        Tuple.of("https://a.example/@b.example", "https://a.example/@b.example"),
        Tuple.of("https://a.example?@b.example", "https://a.example/?@b.example"),
        Tuple.of("https://a.example#@b.example", "https://a.example/#@b.example"),
        // slashes of all kinds
        Tuple.of("https://a.example\\@b.example/", "https://a.example/@b.example/"),
        Tuple.of("https:\\\\a.example\\x\\y?\\#\\", "https://a.example/x/y?\\#\\"),
        Tuple.of("https:a.example", "https://a.example/"),
        Tuple.of("https:/a.example", "https://a.example/"),
        Tuple.of("https:////a.example//", "https://a.example//"),
        // dot segments
        Tuple.of("https://a.example/x/../y", "https://a.example/y"),
        Tuple.of("https://a.example/x/./y/.", "https://a.example/x/y/"),
        Tuple.of("https://a.example/x/y/..", "https://a.example/x/"),
        Tuple.of("https://a.example/..", "https://a.example/"),
        Tuple.of("https://a.example/../../x", "https://a.example/x"),
        Tuple.of("https://a.example/x//../y", "https://a.example/x/y"),
        Tuple.of("https://a.example/x\\..\\y", "https://a.example/y"),
        Tuple.of("https://a.example/x/%2E%2e/y/%2e", "https://a.example/y/"),
        Tuple.of("https://a.example/x/.%2E/y", "https://a.example/y"),
        Tuple.of("https://a.example/.x/..y/...", "https://a.example/.x/..y/..."),
        Tuple.of("https://a.example/x?/../y#/../z", "https://a.example/x?/../y#/../z"),
        Tuple.of("https://a.example/%2f/x", "https://a.example/%2f/x"),
        // white space and controls
        Tuple.of(" \t\n\u0000\u001f https://a.example/ \r", "https://a.example/"),
        Tuple.of("ht\ntps:/\t/a.exa\rmple/x\ny", "https://a.example/xy"),
        // addresses
        Tuple.of("http://1.2.3.4/", "http://1.2.3.4/"),
        Tuple.of("http://[::1]/", "http://[::1]/"),
        Tuple.of("http://[::1]:80/", "http://[::1]/"),
        Tuple.of("http://[::1]:8080/", "http://[::1]:8080/"),
        Tuple.of("http://[2001:DB8:0:0:1:0:0:1]/", "http://[2001:db8::1:0:0:1]/"),
        Tuple.of("http://[1:0:0:2:0:0:0:3]/", "http://[1:0:0:2::3]/"),
        Tuple.of("http://[1:0:2:3:4:5:6:7]/", "http://[1:0:2:3:4:5:6:7]/"),
        Tuple.of("http://[0:0:0:0:0:0:0:0]/", "http://[::]/"),
        Tuple.of("http://[::1.2.3.4]/", "http://[::102:304]/"),
        Tuple.of("http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        Tuple.of("http://[::FFFF:8000:ff]/", "http://[::ffff:8000:ff]/"),
        // internationalized domains
        Tuple.of("https://b\u00fccher.example/", "https://xn--bcher-kva.example/"),
        Tuple.of("https://B\u00dcCHER.example/", "https://xn--bcher-kva.example/"),
        Tuple.of("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        Tuple.of("https://\uff41.example/", "https://a.example/"),
        Tuple.of("https://a\u3002example/", "https://a.example/"),
        Tuple.of("https://\u212a.example/", "https://k.example/"));
  }

  @Property
  @FromData("httpUrls")
  void an_http_url_is_serialized_as_the_url_standard_says(
      @ForAll String text, @ForAll String serialization) {
    Url url = Url.of(text);
    assertThat(url).hasToString(serialization);
    assertThat(url.isHttp()).isTrue();
    assertThat(serialization).startsWith(url.tupleOrigin().get() + "/");
    assertThat(url.pathAndQuery()).isEqualTo(pathAndQueryOf(serialization));
  }

  private static String pathAndQueryOf(String serialization) {
    String withoutFragment = serialization.replaceFirst("#.*", "");
    return withoutFragment.substring(withoutFragment.indexOf('/', "https://".length()));
  }

  @Property
  @FromData("httpUrls")
  void a_serialized_url_is_parsed_to_itself(@ForAll String text, @ForAll String serialization) {
    assertThat(Url.of(serialization)).isEqualTo(Url.of(text)).hasToString(serialization);
  }

  @Data
  Iterable<Tuple2<String, String>> notUrls() {
    return Table.of( // text, what is wrong with it
        Tuple.of("", "nothing"),
        Tuple.of("a.example", "no scheme"),
        Tuple.of("/x", "a path"),
        Tuple.of("//a.example/", "no scheme before the host"),
        Tuple.of("ftp://a.example/", "a scheme that no scenario needs"),
        Tuple.of("wss://a.example/", "a scheme for sockets"),
        Tuple.of("https2://a.example/", "an unknown scheme"),
        Tuple.of("https", "a scheme without colon"),
        Tuple.of("https:", "no host"),
        Tuple.of("https://", "no host"),
        Tuple.of("https:///", "no host"),
        Tuple.of("https://?q", "no host before the query"),
        Tuple.of("https://u@/", "no host after the user"),
        Tuple.of("https://:443/", "no host before the port"),
        Tuple.of("https://a.example:65536/", "a port above 65535"),
        Tuple.of("https://a.example:-1/", "a negative port"),
        Tuple.of("https://a.example:+1/", "a port with a sign"),
        Tuple.of("https://a.example:x/", "a port that is no number"),
        Tuple.of("https://a.example:\u0663/", "a port that is not ASCII"),
        Tuple.of("https://a.example:1:2/", "two ports"),
        Tuple.of("https://a b/", "a space"),
        Tuple.of("https://a\u0000b/", "NUL"),
        Tuple.of("https://a..example/", "an empty label"),
        Tuple.of("https://.example/", "an empty first label"),
        Tuple.of("https://a.example../", "two trailing dots"),
        Tuple.of("https://./", "a dot"),
        Tuple.of("https://a%2eexample/", "percent-encoding in a host"),
        Tuple.of("https://a.1/", "a host that ends in a number"),
        Tuple.of("https://1.2.3/", "three numbers"),
        Tuple.of("https://1.2.3.256/", "a number above 255"),
        Tuple.of("https://\u0661.2.3.4/", "an address that is not ASCII"),
        Tuple.of("http://::1/", "an IPv6 address without brackets"),
        Tuple.of("http://[::1/", "half a bracket"),
        Tuple.of("http://[::1]x/", "something after the bracket"),
        Tuple.of("http://[]/", "empty brackets"),
        Tuple.of("http://[1.2.3.4]/", "an IPv4 address in brackets"),
        Tuple.of("http://[a.example]/", "a domain in brackets"),
        Tuple.of("http://[::g]/", "no hexadecimal digit"),
        Tuple.of("http://[::\u0661]/", "a digit that is not ASCII"),
        Tuple.of("http://[fe80::1%lo]/", "a zone"),
        Tuple.of("http://[fe80::1%251]/", "a zone, encoded"),
        Tuple.of("http://fe80::1%lo/", "a zone without brackets"),
        Tuple.of("https://fa\u00df.example/", "a sharp s, which IDNA 2003 makes ss"),
        Tuple.of("https://\u023a.example/", "a letter that IDNA 2003 does not know"),
        Tuple.of("https://\ud800.example/", "half a surrogate pair"),
        Tuple.of("https://\u00ad/", "a host of which IDNA leaves nothing"),
        Tuple.of("https://" + "a".repeat(64) + ".example/", "a label of 64 characters"),
        Tuple.of("https://" + "a.".repeat(126) + "example/", "a domain of 259 characters"),
        Tuple.of("https://" + "\u4e00".repeat(20_000) + "/", "a domain of 20,000 ideographs"),
        Tuple.of("about:BLANK", "about:blank in upper case"),
        Tuple.of("about:config", "another about: URL"),
        Tuple.of("blob:", "a blob: URL of nothing"),
        Tuple.of("blob:null/1", "a blob: URL of an opaque origin"),
        Tuple.of("blob:about:blank", "a blob: URL of about:blank"),
        Tuple.of("blob:https:", "a blob: URL without host"),
        Tuple.of("blob:blob:https://a.example/1", "a blob: URL in a blob: URL, which is opaque"),
        Tuple.of("https://a.example/" + "a".repeat(KIB_64), "more than 64 KiB"));
  }

  @Property
  @FromData("notUrls")
  void what_no_scenario_can_name_is_no_url(@ForAll String text, @ForAll String why) {
    assertThat(Url.parse(text).isLeft()).as(why).isTrue();
    assertThatThrownBy(() -> Url.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void other_urls_have_no_tuple_origin_except_blobs() {
    assertThat(Url.of("about:blank").tupleOrigin()).isEmpty();
    assertThat(Url.of("about:srcdoc").tupleOrigin()).isEmpty();
    assertThat(Url.of("data:text/html,https://a.example/").tupleOrigin()).isEmpty();
    assertThat(Url.of("javascript:location='https://a.example/'").tupleOrigin()).isEmpty();
    assertThat(Url.of("blob:https://a.example:443/1").tupleOrigin())
        .isEqualTo(Url.of("https://a.example").tupleOrigin());
    assertThat(Url.of("BLOB:HTTPS://a.example:443/1")).hasToString("blob:https://a.example/1");
    assertThat(Url.of("blob:https://a.example/1").isHttp()).isFalse();
  }

  @Example
  void about_blank_is_matched_with_any_query_and_fragment() {
    assertThat(Url.of("about:blank")).isEqualTo(Url.ABOUT_BLANK);
    assertThat(Url.of("ABOUT:blank?q#f").matchesAboutBlank()).isTrue();
    assertThat(Url.of("about:srcdoc").matchesAboutBlank()).isFalse();
    assertThat(Url.of("about:srcdoc#f").matchesAboutSrcdoc()).isTrue();
    assertThat(Url.of("about:srcdoc")).isEqualTo(Url.ABOUT_SRCDOC);
    assertThat(Url.of("about:blank").matchesAboutSrcdoc()).isFalse();
    assertThat(Url.of("javascript:about:srcdoc").matchesAboutSrcdoc()).isFalse();
    assertThat(Url.of("https://a.example/about:blank").matchesAboutBlank()).isFalse();
  }

  @Data
  Iterable<Tuple2<String, Boolean>> trustworthiness() {
    return Table.of( // URL, potentially trustworthy
        Tuple.of("https://a.example/", true),
        Tuple.of("http://a.example/", false),
        Tuple.of("about:blank", true),
        Tuple.of("about:srcdoc", true),
        Tuple.of("data:,", true),
        Tuple.of("javascript:1", false),
        Tuple.of("blob:https://a.example/1", true),
        Tuple.of("blob:http://a.example/1", false),
        Tuple.of("http://localhost/", true),
        Tuple.of("http://localhost./", true),
        Tuple.of("http://a.localhost:8080/", true),
        Tuple.of("http://a.localhost./", true),
        Tuple.of("http://localhost.example/", false),
        Tuple.of("http://notlocalhost/", false),
        Tuple.of("http://127.0.0.1/", true),
        Tuple.of("http://127.255.0.9:8080/", true),
        Tuple.of("http://128.0.0.1/", false),
        Tuple.of("http://127.example/", false),
        Tuple.of("http://[::1]/", true),
        Tuple.of("http://[::2]/", false),
        Tuple.of("http://[::ffff:127.0.0.1]/", false));
  }

  @Property
  @FromData("trustworthiness")
  void a_url_is_potentially_trustworthy_as_secure_contexts_says(
      @ForAll String url, @ForAll boolean isPotentiallyTrustworthy) {
    assertThat(Url.of(url).isPotentiallyTrustworthy()).isEqualTo(isPotentiallyTrustworthy);
  }

  /** References relative to https://a.example/d/e?q#f. */
  @Data
  Iterable<Tuple2<String, String>> references() {
    return Table.of( // reference, URL
        Tuple.of("", "https://a.example/d/e?q"),
        Tuple.of(" \t", "https://a.example/d/e?q"),
        Tuple.of("#g", "https://a.example/d/e?q#g"),
        Tuple.of("?z", "https://a.example/d/e?z"),
        Tuple.of("x", "https://a.example/d/x"),
        Tuple.of("x?y#z", "https://a.example/d/x?y#z"),
        Tuple.of("./x", "https://a.example/d/x"),
        Tuple.of("../x", "https://a.example/x"),
        Tuple.of(".", "https://a.example/d/"),
        Tuple.of("..", "https://a.example/"),
        Tuple.of("/x", "https://a.example/x"),
        Tuple.of("\\x", "https://a.example/x"),
        Tuple.of("/", "https://a.example/"),
        Tuple.of("//b.example/x", "https://b.example/x"),
        Tuple.of("/\\b.example/x", "https://b.example/x"),
        Tuple.of("\\/b.example", "https://b.example/"),
        Tuple.of("///b.example", "https://b.example/"),
        Tuple.of("/\t/b.example", "https://b.example/"),
        Tuple.of("https://b.example", "https://b.example/"),
        Tuple.of("HTTP://b.example", "http://b.example/"),
        Tuple.of("http:b.example", "http://b.example/"),
        Tuple.of("https:x", "https://a.example/d/x"),
        Tuple.of("HTTPS:/x", "https://a.example/x"),
        Tuple.of("https:", "https://a.example/d/e?q"),
        Tuple.of("about:blank", "about:blank"),
        Tuple.of("data:,x", "data:,x"),
        Tuple.of(":x", "https://a.example/d/:x"),
        Tuple.of("1:x", "https://a.example/d/1:x"),
        Tuple.of("x/y:z", "https://a.example/d/x/y:z"),
        Tuple.of("@b.example", "https://a.example/d/@b.example"));
  }

  @Property
  @FromData("references")
  void a_reference_is_resolved_as_the_url_standard_says(
      @ForAll String reference, @ForAll String url) {
    assertThat(Url.of("https://a.example/d/e?q#f").resolve(reference).get()).hasToString(url);
  }

  @Example
  void only_absolute_urls_can_be_resolved_against_a_url_that_is_not_http() {
    assertThat(Url.ABOUT_BLANK.resolve("https://a.example").get())
        .isEqualTo(Url.of("https://a.example"));
    assertThat(Url.ABOUT_BLANK.resolve("/x").isLeft()).isTrue();
    assertThat(Url.of("blob:https://a.example/1").resolve("x").isLeft()).isTrue();
    assertThat(Url.of("https://a.example").resolve("mailto:x").isLeft()).isTrue();
    assertThat(Url.of("https://a.example").resolve("x:y").isLeft()).isTrue();
    assertThat(Url.of("https://a.example").resolve("//").isLeft()).isTrue();
  }

  @Data
  Iterable<Tuple2<String, String>> explanations() {
    return Table.of( // text, what is said about it
        Tuple.of("a.example", "is not an absolute URL"),
        Tuple.of(":x", "has a scheme other than http, https, about, blob, data and javascript"),
        Tuple.of("https://", "has no host"),
        Tuple.of("https://u@:443/", "has a host that is not a domain"),
        Tuple.of("https://a.example:x", "has a host or port that cannot be read"),
        Tuple.of("https://a..example", "has a host that is not a domain"),
        Tuple.of("https://[::x]", "has a host that is not an IPv6 address"),
        Tuple.of("https://" + "a".repeat(513), "has a host that is too long"),
        Tuple.of(
            "https://fa\u00df.example",
            "has a host with characters whose meaning changed; write it as xn--"),
        Tuple.of("about:config", "is an about: URL other than about:blank and about:srcdoc"),
        Tuple.of("blob:null/1", "is a blob: URL without an http(s) origin in it"),
        Tuple.of("blob:https:///", "is a blob: URL with a URL in it that has no host"),
        Tuple.of("x".repeat(KIB_64 + 1), "is longer than 64 KiB"));
  }

  @Property
  @FromData("explanations")
  void what_is_no_url_is_told_why(@ForAll String text, @ForAll String why) {
    assertThat(Url.parse(text)).isEqualTo(Either.left(why));
    assertThatThrownBy(() -> Url.of(text)).hasMessageContaining(why);
  }

  @Example
  void the_limits_themselves_are_allowed() {
    assertThat(Url.of("https://" + "\u00ad".repeat(503) + "a.example"))
        .isEqualTo(Url.of("https://a.example"));
    assertThat(Url.parse("https://" + "\u00ad".repeat(504) + "a.example").isLeft()).isTrue();
    String longest = "https://a.example/" + "x".repeat(KIB_64 - 18);
    assertThat(Url.of(longest)).hasToString(longest);
    assertThat(Url.of("https://a.example").resolve("x".repeat(KIB_64 - 18)).get())
        .hasToString(longest);
    assertThat(Url.of("https://a.example").resolve("x".repeat(KIB_64 - 17)).isLeft()).isTrue();
  }

  @Example
  void two_urls_are_equal_if_their_serializations_are() {
    Url url = Url.of("https://a.example:443");
    assertThat(url).isEqualTo(Url.of("HTTPS://A.EXAMPLE/"));
    assertThat(url).hasSameHashCodeAs(Url.of("HTTPS://A.EXAMPLE/"));
    assertThat(url).isNotEqualTo(Url.of("https://a.example/#"));
    assertThat(url.hashCode()).isNotEqualTo(Url.of("https://b.example").hashCode());
    assertThat(url.equals((Object) url.toString())).isFalse();
    assertThat(url).isLessThan(Url.of("https://b.example"));
    assertThat(url).isEqualByComparingTo(Url.of("https://a.example"));
    assertThat(url.scheme()).isEqualTo("https");
  }

  @Example
  void a_fragment_can_be_taken_away() {
    assertThat(Url.of("https://a.example/?q#f#g").hasFragment()).isTrue();
    assertThat(Url.of("https://a.example/?q#f#g").withoutFragment())
        .isEqualTo(Url.of("https://a.example/?q"));
    assertThat(Url.of("https://a.example/?q").hasFragment()).isFalse();
    assertThat(Url.of("https://a.example/?q#f").pathAndQuery()).isEqualTo("/?q");
    assertThat(Url.of("data:,x?y").pathAndQuery()).isEqualTo("data:,x?y");
    assertThat(Url.of("about:blank#f").withoutFragment()).isEqualTo(Url.ABOUT_BLANK);
  }

  @Data
  Iterable<Tuple2<String, String>> fragmentsAfterSpaces() {
    return Table.of( // text, serialization without the fragment
        // web-platform-tests, url/resources/urltestdata.json, with data: for non-special:
        Tuple.of("data:opaque  #hi", "data:opaque %20"),
        Tuple.of("data:opaque  x#hi", "data:opaque  x"),
        Tuple.of("data:opaque \t\t  #hi", "data:opaque  %20"),
        Tuple.of("data:opaque \t\t  \t#hi", "data:opaque  %20"),
        Tuple.of("data:opaque\t\t  \r #hi", "data:opaque  %20"),
        // other ends
        Tuple.of("data: #f", "data:%20"),
        Tuple.of("about:blank? #f", "about:blank?%20"),
        Tuple.of("javascript:1\u0001#f", "javascript:1%01"),
        Tuple.of("blob:https://a.example/1 #f", "blob:https://a.example/1%20"),
        Tuple.of("https://a.example/x #f", "https://a.example/x%20"),
        Tuple.of("https://a.example/?q #f # g", "https://a.example/?q%20"));
  }

  @Property
  @FromData("fragmentsAfterSpaces")
  void a_space_before_the_fragment_is_encoded_so_that_it_is_no_space_at_the_end(
      @ForAll String text, @ForAll String withoutFragment) {
    assertThat(Url.of(text).withoutFragment()).hasToString(withoutFragment);
    assertThat(Url.of(withoutFragment)).hasToString(withoutFragment);
  }

  @Property(seed = "3350917826604412", tries = 2_000)
  void whatever_is_a_url_is_parsed_to_itself_again_without_its_fragment_too(
      @ForAll("ends") String end, @ForAll("beginnings") String beginning) {
    var url = Url.of(beginning + end);
    assertThat(Url.of(url.toString())).isEqualTo(url);
    assertThat(Url.of(url.withoutFragment().toString())).isEqualTo(url.withoutFragment());
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.of("https://a.example/", "about:blank?", "blob:https://a.example/", "data:");
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.strings().withChars(" \t\u0001#?/x").ofMaxLength(8);
  }

  @Data
  Iterable<Tuple2<String, String>> hostileShapes() {
    return Table.of( // beginning, what follows until there are 64 KiB
        Tuple.of("", "blob:"),
        Tuple.of("https://", "a."),
        Tuple.of("https://", "\u4e00"),
        Tuple.of("https://", "\u00ad"),
        Tuple.of("https://", "["),
        Tuple.of("https://[", ":"),
        Tuple.of("https://", ":"),
        Tuple.of("https://", "@"),
        Tuple.of("https://", "9"),
        Tuple.of("https://", "xn--"),
        Tuple.of("https://a.example:", "0"),
        Tuple.of("https://a.example", "/"),
        Tuple.of("https://a.example", "/.."),
        Tuple.of("https://a.example", "/a/%2e"),
        Tuple.of("https://a.example", "\\a"),
        Tuple.of("https://a.example", "?#"),
        Tuple.of("https:", "\\"),
        Tuple.of("", "\t"),
        Tuple.of("", "a"),
        Tuple.of("", ":"));
  }

  @Property
  @FromData("hostileShapes")
  void no_hostile_text_of_64_kib_makes_the_parser_throw(
      @ForAll String beginning, @ForAll String unit) {
    parseAndResolve(beginning + unit.repeat((KIB_64 - beginning.length()) / unit.length()));
  }

  @Property(seed = "2753019846610027", tries = 500, edgeCases = EdgeCasesMode.NONE)
  void no_text_makes_the_parser_throw(@ForAll("texts") String text) {
    parseAndResolve(text);
    parseAndResolve("https://" + text);
    parseAndResolve("https://a.example" + text);
    parseAndResolve("https://[" + text + "]");
  }

  @Property(seed = "6610482937750183", tries = 2_000)
  void no_host_makes_the_parser_throw(@ForAll("hosts") String host) {
    parseAndResolve("https://" + host);
  }

  @Property(seed = "1190376425580294", tries = 2_000)
  void whatever_is_a_url_is_parsed_to_itself_again(@ForAll("hosts") String host) {
    Url.parse("https://" + host + "/x")
        .forEach(url -> assertThat(Url.parse(url.toString())).isEqualTo(Either.right(url)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(30),
        Arbitraries.strings().withChars("aZ0.-:[]%@x_\u00fc\u3002\uff0e\u00df").ofMaxLength(20));
  }

  private static void parseAndResolve(String text) {
    assertThat(Url.parse(text)).isNotNull();
    assertThat(Url.of("https://a.example/x/y").resolve(text)).isNotNull();
  }
}
