package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.ReferrerPolicy.NO_REFERRER;
import static org.coopcheck.model.policy.ReferrerPolicy.NO_REFERRER_WHEN_DOWNGRADE;
import static org.coopcheck.model.policy.ReferrerPolicy.ORIGIN;
import static org.coopcheck.model.policy.ReferrerPolicy.ORIGIN_WHEN_CROSS_ORIGIN;
import static org.coopcheck.model.policy.ReferrerPolicy.SAME_ORIGIN;
import static org.coopcheck.model.policy.ReferrerPolicy.STRICT_ORIGIN;
import static org.coopcheck.model.policy.ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN;
import static org.coopcheck.model.policy.ReferrerPolicy.UNSAFE_URL;

import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple4;
import org.coopcheck.model.origin.Url;

class ReferrersTest {
  private static final String PAGE = "https://a.example/page?q";
  private static final String ORIGIN_OF_PAGE = "https://a.example/";

  /** The table of the policies, section 3 of Referrer Policy. */
  @Data
  Iterable<Tuple4<ReferrerPolicy, String, String, String>> policies() {
    return Table.of( // policy, to the same origin, to another, to one without TLS
        Tuple.of(NO_REFERRER, "", "", ""),
        Tuple.of(NO_REFERRER_WHEN_DOWNGRADE, PAGE, PAGE, ""),
        Tuple.of(SAME_ORIGIN, PAGE, "", ""),
        Tuple.of(ORIGIN, ORIGIN_OF_PAGE, ORIGIN_OF_PAGE, ORIGIN_OF_PAGE),
        Tuple.of(STRICT_ORIGIN, ORIGIN_OF_PAGE, ORIGIN_OF_PAGE, ""),
        Tuple.of(ORIGIN_WHEN_CROSS_ORIGIN, PAGE, ORIGIN_OF_PAGE, ORIGIN_OF_PAGE),
        Tuple.of(STRICT_ORIGIN_WHEN_CROSS_ORIGIN, PAGE, ORIGIN_OF_PAGE, ""),
        Tuple.of(UNSAFE_URL, PAGE, PAGE, PAGE));
  }

  @Property
  @FromData("policies")
  void a_page_tells_what_its_policy_allows(
      @ForAll ReferrerPolicy policy,
      @ForAll String same,
      @ForAll String cross,
      @ForAll String downgrade) {
    assertThat(referrer(policy, PAGE + "#f", "https://a.example/other")).isEqualTo(same);
    assertThat(referrer(policy, PAGE + "#f", "https://b.example/")).isEqualTo(cross);
    assertThat(referrer(policy, PAGE + "#f", "http://a.example/other")).isEqualTo(downgrade);
  }

  @Example
  void a_page_without_tls_has_nothing_to_downgrade() {
    assertThat(referrer(STRICT_ORIGIN, "http://a.example/page", "http://b.example/"))
        .isEqualTo("http://a.example/");
    assertThat(referrer(NO_REFERRER_WHEN_DOWNGRADE, "http://a.example/page", "http://b.example/"))
        .isEqualTo("http://a.example/page");
  }

  @Example
  void a_loopback_address_is_no_downgrade() {
    assertThat(referrer(STRICT_ORIGIN, PAGE, "http://localhost/")).isEqualTo(ORIGIN_OF_PAGE);
  }

  @Example
  void a_url_of_more_than_4096_characters_is_cut_to_its_origin() {
    String longest = "https://a.example/" + "x".repeat(4096 - "https://a.example/".length());
    assertThat(longest).hasSize(4096);
    assertThat(referrer(UNSAFE_URL, longest, "https://b.example/")).isEqualTo(longest);
    assertThat(referrer(UNSAFE_URL, longest + "x", "https://b.example/")).isEqualTo(ORIGIN_OF_PAGE);
  }

  @Example
  void a_local_url_is_no_referrer() {
    assertThat(referrer(UNSAFE_URL, "about:blank", "https://b.example/")).isEmpty();
  }

  private static String referrer(ReferrerPolicy policy, String source, String request) {
    Option<Url> referrer =
        Referrers.determineRequestsReferrer(policy, Url.of(source), Url.of(request));
    return referrer.map(Url::toString).getOrElse("");
  }
}
