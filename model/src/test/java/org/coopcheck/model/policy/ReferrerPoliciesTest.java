package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.ReferrerPolicy.NO_REFERRER;
import static org.coopcheck.model.policy.ReferrerPolicy.ORIGIN;
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
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.http.HeaderList;

class ReferrerPoliciesTest {
  private static final String FIELD = "Referrer-Policy";

  @Data
  Iterable<Tuple2<String, Option<ReferrerPolicy>>> values() {
    return Table.of( // raw value, policy
        Tuple.of("origin", Option.some(ORIGIN)),
        Tuple.of("no-referrer, unsafe-url", Option.some(UNSAFE_URL)),
        Tuple.of("no-referrer,\tunsafe-url ,future-policy,", Option.some(UNSAFE_URL)),
        Tuple.of("No-Referrer", Option.some(NO_REFERRER)),
        Tuple.of("strict-origin-when-cross-origin", Option.some(STRICT_ORIGIN_WHEN_CROSS_ORIGIN)),
        Tuple.of("strict_origin", Option.none()),
        Tuple.of("origin unsafe-url", Option.none()),
        Tuple.of("never", Option.none()),
        Tuple.of("", Option.none()));
  }

  @Property
  @FromData("values")
  void the_last_policy_that_is_known_counts(
      @ForAll String raw, @ForAll Option<ReferrerPolicy> policy) {
    assertThat(ReferrerPolicies.parse(HeaderList.of(FIELD, raw))).isEqualTo(policy);
  }

  @Property(seed = "5533410982340471")
  void every_policy_is_known_by_its_token(@ForAll ReferrerPolicy policy) {
    assertThat(ReferrerPolicies.parse(HeaderList.of(FIELD, policy.token()))).contains(policy);
  }

  @Example
  void a_later_line_counts_more_than_an_earlier_one() {
    var headers = HeaderList.of(FIELD, "origin", FIELD, "no-referrer", FIELD, "unknown");
    assertThat(ReferrerPolicies.parse(headers)).contains(NO_REFERRER);
    assertThat(ReferrerPolicies.parse(HeaderList.EMPTY)).isEmpty();
  }
}
