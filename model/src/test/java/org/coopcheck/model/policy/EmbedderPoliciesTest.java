package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.EmbedderPolicyValue.CREDENTIALLESS;
import static org.coopcheck.model.policy.EmbedderPolicyValue.REQUIRE_CORP;
import static org.coopcheck.model.policy.EmbedderPolicyValue.UNSAFE_NONE;

import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.model.http.HeaderList;

class EmbedderPoliciesTest {
  private static final String COEP = "Cross-Origin-Embedder-Policy";

  /** Section 2.3: unknown tokens, lists and failures all give unsafe-none. */
  @Data
  Iterable<Tuple3<String, EmbedderPolicyValue, String>> values() {
    return Table.of( // raw value, value, endpoint
        Tuple.of("unsafe-none", UNSAFE_NONE, ""),
        Tuple.of("require-corp", REQUIRE_CORP, ""),
        Tuple.of("credentialless", CREDENTIALLESS, ""),
        Tuple.of("require-corp; report-to=\"e\"", REQUIRE_CORP, "e"),
        Tuple.of("credentialless; report-to=\"e\"", CREDENTIALLESS, "e"),
        Tuple.of("unsafe-none; report-to=\"e\"", UNSAFE_NONE, ""),
        Tuple.of("foo; report-to=\"e\"", UNSAFE_NONE, ""),
        Tuple.of("require-corp; report-to=e", REQUIRE_CORP, ""),
        Tuple.of("\"require-corp\"", UNSAFE_NONE, ""),
        Tuple.of("Require-Corp", UNSAFE_NONE, ""),
        Tuple.of("require-corp, require-corp", UNSAFE_NONE, ""),
        Tuple.of("require-corp ;report-to=\"e\"", UNSAFE_NONE, ""),
        Tuple.of("require", UNSAFE_NONE, ""),
        Tuple.of("?1", UNSAFE_NONE, ""),
        Tuple.of("1", UNSAFE_NONE, ""),
        Tuple.of("", UNSAFE_NONE, ""));
  }

  @Property
  @FromData("values")
  void an_embedder_policy_is_read_as_the_standard_says(
      @ForAll String raw, @ForAll EmbedderPolicyValue value, @ForAll String endpoint) {
    assertThat(obtained(HeaderList.of(COEP, raw)))
        .isEqualTo(new EmbedderPolicy(value, endpoint, UNSAFE_NONE, ""));
  }

  @Property
  @FromData("values")
  void a_report_only_embedder_policy_is_read_likewise(
      @ForAll String raw, @ForAll EmbedderPolicyValue value, @ForAll String endpoint) {
    assertThat(obtained(HeaderList.of(COEP + "-Report-Only", raw)))
        .isEqualTo(new EmbedderPolicy(UNSAFE_NONE, "", value, endpoint));
  }

  @Example
  void two_lines_of_the_header_are_a_failure() {
    assertThat(obtained(HeaderList.of(COEP, "require-corp", COEP, "require-corp")))
        .isEqualTo(EmbedderPolicy.DEFAULT);
  }

  @Example
  void an_insecure_context_has_the_default_policy() {
    var headers = HeaderList.of(COEP, "require-corp", COEP + "-Report-Only", "require-corp");
    assertThat(EmbedderPolicies.obtainAnEmbedderPolicy(headers, false))
        .isEqualTo(EmbedderPolicy.DEFAULT);
  }

  @Example
  void two_values_are_compatible_with_cross_origin_isolation() {
    assertThat(REQUIRE_CORP.isCompatibleWithCrossOriginIsolation()).isTrue();
    assertThat(CREDENTIALLESS.isCompatibleWithCrossOriginIsolation()).isTrue();
    assertThat(UNSAFE_NONE.isCompatibleWithCrossOriginIsolation()).isFalse();
  }

  private static EmbedderPolicy obtained(HeaderList headers) {
    return EmbedderPolicies.obtainAnEmbedderPolicy(headers, true);
  }
}
