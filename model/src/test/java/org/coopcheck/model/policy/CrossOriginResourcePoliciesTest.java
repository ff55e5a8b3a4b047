package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.CrossOriginResourcePolicy.CROSS_ORIGIN;
import static org.coopcheck.model.policy.CrossOriginResourcePolicy.SAME_ORIGIN;
import static org.coopcheck.model.policy.CrossOriginResourcePolicy.SAME_SITE;

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

class CrossOriginResourcePoliciesTest {
  private static final String CORP = "Cross-Origin-Resource-Policy";

  @Data
  Iterable<Tuple2<String, Option<CrossOriginResourcePolicy>>> values() {
    return Table.of( // raw value, policy
        Tuple.of("same-origin", Option.some(SAME_ORIGIN)),
        Tuple.of("same-site", Option.some(SAME_SITE)),
        Tuple.of("cross-origin", Option.some(CROSS_ORIGIN)),
        Tuple.of("\tcross-origin ", Option.some(CROSS_ORIGIN)),
        Tuple.of("Cross-Origin", Option.none()),
        Tuple.of("cross-origin;", Option.none()),
        Tuple.of("cross-origin; report-to=\"x\"", Option.none()),
        Tuple.of("cross-origin, cross-origin", Option.none()),
        Tuple.of("\"cross-origin\"", Option.none()),
        Tuple.of("", Option.none()));
  }

  @Property
  @FromData("values")
  void only_the_exact_value_is_a_policy(
      @ForAll String raw, @ForAll Option<CrossOriginResourcePolicy> policy) {
    assertThat(CrossOriginResourcePolicies.parse(HeaderList.of(CORP, raw))).isEqualTo(policy);
  }

  @Example
  void two_lines_or_none_are_no_policy() {
    var once = HeaderList.of(CORP, "cross-origin");
    assertThat(CrossOriginResourcePolicies.parse(once.with(CORP, "cross-origin"))).isEmpty();
    assertThat(CrossOriginResourcePolicies.parse(HeaderList.EMPTY)).isEmpty();
  }
}
