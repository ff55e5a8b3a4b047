package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.Tuple.Tuple4;
import org.coopcheck.model.http.HeaderList;

class OpenerPoliciesTest {
  private static final String COOP = "Cross-Origin-Opener-Policy";
  private static final String COEP = "Cross-Origin-Embedder-Policy";
  private static final String REPORT_ONLY = "-Report-Only";

  /** The table of section 2.1 of the digest of HTML, and the values of 2.2. */
  @Data
  Iterable<Tuple3<String, OpenerPolicyValue, String>> values() {
    return Table.of( // raw value, value, endpoint
        Tuple.of("unsafe-none", UNSAFE_NONE, ""),
        Tuple.of("same-origin", SAME_ORIGIN, ""),
        Tuple.of("same-origin-allow-popups", SAME_ORIGIN_ALLOW_POPUPS, ""),
        Tuple.of("noopener-allow-popups", NOOPENER_ALLOW_POPUPS, ""),
        Tuple.of("same-origin; report-to=\"e\"", SAME_ORIGIN, "e"),
        Tuple.of("unsafe-none; report-to=\"e\"", UNSAFE_NONE, "e"),
        Tuple.of("same-origin; report-to=\"a\"; report-to=\"b\"", SAME_ORIGIN, "b"),
        Tuple.of("\"same-origin\"", UNSAFE_NONE, ""),
        Tuple.of("Same-Origin", UNSAFE_NONE, ""),
        Tuple.of("same-origin, same-origin", UNSAFE_NONE, ""),
        Tuple.of("same-origin ;report-to=\"x\"", UNSAFE_NONE, ""),
        Tuple.of("same-origin; report-to=x", SAME_ORIGIN, ""),
        Tuple.of("same-origin-plus-COEP", UNSAFE_NONE, ""),
        Tuple.of("same-origin-plus-coep", UNSAFE_NONE, ""),
        Tuple.of("foo; report-to=\"e\"", UNSAFE_NONE, "e"),
        Tuple.of("", UNSAFE_NONE, ""));
  }

  @Property
  @FromData("values")
  void an_opener_policy_is_read_as_the_table_says(
      @ForAll String raw, @ForAll OpenerPolicyValue value, @ForAll String endpoint) {
    var policy = obtained(HeaderList.of(COOP, raw));
    assertThat(policy.value()).isEqualTo(value);
    assertThat(policy.reportingEndpoint()).isEqualTo(endpoint(endpoint));
    assertThat(policy.reportOnlyValue()).isEqualTo(UNSAFE_NONE);
    assertThat(policy.reportOnlyReportingEndpoint()).isEmpty();
  }

  @Property
  @FromData("values")
  void a_report_only_opener_policy_is_read_like_an_enforced_one(
      @ForAll String raw, @ForAll OpenerPolicyValue value, @ForAll String endpoint) {
    var policy = obtained(HeaderList.of(COOP + REPORT_ONLY, raw));
    assertThat(policy.reportOnlyValue()).isEqualTo(value);
    assertThat(policy.reportOnlyReportingEndpoint()).isEqualTo(endpoint(endpoint));
    assertThat(policy.value()).isEqualTo(UNSAFE_NONE);
    assertThat(policy.reportingEndpoint()).isEmpty();
  }

  @Example
  void two_lines_of_the_header_are_a_failure() {
    assertThat(obtained(HeaderList.of(COOP, "same-origin", COOP, "same-origin")))
        .isEqualTo(OpenerPolicy.DEFAULT);
  }

  @Example
  void without_the_header_the_policy_is_the_default_one() {
    assertThat(obtained(HeaderList.EMPTY)).isEqualTo(OpenerPolicy.DEFAULT);
  }

  @Example
  void an_insecure_context_has_the_default_policy() {
    var headers =
        HeaderList.of(
            COOP,
            "same-origin; report-to=\"e\"",
            COOP + REPORT_ONLY,
            "same-origin",
            COEP,
            "require-corp");
    assertThat(OpenerPolicies.obtainAnOpenerPolicy(headers, false, OpenerPolicies::valueAsRead))
        .isEqualTo(OpenerPolicy.DEFAULT);
  }

  /** Section 2.2, 3.1 and 4.1: which embedder policies make same-origin more than that. */
  @Data
  Iterable<Tuple4<String, String, OpenerPolicyValue, OpenerPolicyValue>> embedderPolicies() {
    return Table.of( // COEP, its report-only form, value, report-only value
        Tuple.of("unsafe-none", "unsafe-none", SAME_ORIGIN, SAME_ORIGIN),
        Tuple.of("require-corp", "unsafe-none", SAME_ORIGIN_PLUS_COEP, SAME_ORIGIN_PLUS_COEP),
        Tuple.of("credentialless", "unsafe-none", SAME_ORIGIN_PLUS_COEP, SAME_ORIGIN_PLUS_COEP),
        Tuple.of("unsafe-none", "require-corp", SAME_ORIGIN, SAME_ORIGIN_PLUS_COEP),
        Tuple.of("unsafe-none", "credentialless", SAME_ORIGIN, SAME_ORIGIN_PLUS_COEP),
        Tuple.of("require-corp", "require-corp", SAME_ORIGIN_PLUS_COEP, SAME_ORIGIN_PLUS_COEP),
        Tuple.of("\"require-corp\"", "Require-Corp", SAME_ORIGIN, SAME_ORIGIN));
  }

  @Property
  @FromData("embedderPolicies")
  void same_origin_is_augmented_by_a_compatible_embedder_policy(
      @ForAll String coep,
      @ForAll String coepReportOnly,
      @ForAll OpenerPolicyValue value,
      @ForAll OpenerPolicyValue reportOnlyValue) {
    var policy =
        obtained(
            HeaderList.of(
                COOP,
                "same-origin",
                COOP + REPORT_ONLY,
                "same-origin",
                COEP,
                coep,
                COEP + REPORT_ONLY,
                coepReportOnly));
    assertThat(policy.value()).isEqualTo(value);
    assertThat(policy.reportOnlyValue()).isEqualTo(reportOnlyValue);
  }

  @Data
  Iterable<Tuple.Tuple2<String, OpenerPolicyValue>> otherValues() {
    return Table.of(
        Tuple.of("unsafe-none", UNSAFE_NONE),
        Tuple.of("same-origin-allow-popups", SAME_ORIGIN_ALLOW_POPUPS),
        Tuple.of("noopener-allow-popups", NOOPENER_ALLOW_POPUPS));
  }

  @Property
  @FromData("otherValues")
  void no_value_but_same_origin_is_augmented(@ForAll String raw, @ForAll OpenerPolicyValue value) {
    var policy = obtained(HeaderList.of(COOP, raw, COOP + REPORT_ONLY, raw, COEP, "require-corp"));
    assertThat(policy.value()).isEqualTo(value);
    assertThat(policy.reportOnlyValue()).isEqualTo(value);
  }

  private static OpenerPolicy obtained(HeaderList headers) {
    return OpenerPolicies.obtainAnOpenerPolicy(headers, true, OpenerPolicies::valueAsRead);
  }

  private static Option<String> endpoint(String endpoint) {
    return Option.when(!endpoint.isEmpty(), endpoint);
  }
}
