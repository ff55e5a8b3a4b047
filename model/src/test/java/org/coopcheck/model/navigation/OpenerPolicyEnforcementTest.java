package org.coopcheck.model.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple5;
import net.jqwik.api.Tuple.Tuple6;
import org.coopcheck.model.navigation.OpenerPolicyEnforcement.ResponseHop;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.scenario.Story;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Rules;

/** Sections 3.5 and 4.2 of the digest of HTML. */
class OpenerPolicyEnforcementTest {
  private static final Url A = Url.of(Story.A);
  private static final Url B = Url.of(Story.B);

  /** Section 3.5 step by step; the number is the step that answers. */
  @Data
  Iterable<
          Tuple6<
              OpenerPolicyValue,
              OpenerPolicyValue,
              OpenerPolicyValue,
              OpenerPolicyValue,
              String,
              Boolean>>
      reportOnly() {
    return Table.of( // active, its report-only; response, its report-only; where; would switch
        // 1. the report-only values agree
        Tuple.of(UNSAFE_NONE, UNSAFE_NONE, UNSAFE_NONE, UNSAFE_NONE, "cross", false),
        Tuple.of(SAME_ORIGIN, UNSAFE_NONE, SAME_ORIGIN, UNSAFE_NONE, "cross", false),
        Tuple.of(UNSAFE_NONE, SAME_ORIGIN, UNSAFE_NONE, SAME_ORIGIN, "same", false),
        Tuple.of(SAME_ORIGIN, SAME_ORIGIN, UNSAFE_NONE, SAME_ORIGIN, "same", false),
        // 2. the response's value would switch
        Tuple.of(UNSAFE_NONE, SAME_ORIGIN, UNSAFE_NONE, UNSAFE_NONE, "same", true),
        Tuple.of(UNSAFE_NONE, SAME_ORIGIN, UNSAFE_NONE, SAME_ORIGIN, "cross", true),
        Tuple.of(UNSAFE_NONE, UNSAFE_NONE, SAME_ORIGIN, SAME_ORIGIN, "same", true),
        // 3. the response's report-only value would switch
        Tuple.of(UNSAFE_NONE, UNSAFE_NONE, UNSAFE_NONE, SAME_ORIGIN, "same", true),
        Tuple.of(SAME_ORIGIN, SAME_ORIGIN, SAME_ORIGIN, UNSAFE_NONE, "same", true),
        Tuple.of(UNSAFE_NONE, UNSAFE_NONE, UNSAFE_NONE, SAME_ORIGIN_ALLOW_POPUPS, "same", true),
        // 4. only the report-only values clash
        Tuple.of(SAME_ORIGIN, UNSAFE_NONE, UNSAFE_NONE, SAME_ORIGIN, "same", false),
        Tuple.of(
            SAME_ORIGIN_ALLOW_POPUPS,
            UNSAFE_NONE,
            UNSAFE_NONE,
            SAME_ORIGIN_ALLOW_POPUPS,
            "same",
            false),
        // the popup case goes through all three comparisons
        Tuple.of(UNSAFE_NONE, SAME_ORIGIN_ALLOW_POPUPS, UNSAFE_NONE, UNSAFE_NONE, "cross", true),
        Tuple.of(UNSAFE_NONE, SAME_ORIGIN_ALLOW_POPUPS, UNSAFE_NONE, UNSAFE_NONE, "popup", false),
        Tuple.of(UNSAFE_NONE, SAME_ORIGIN, UNSAFE_NONE, UNSAFE_NONE, "popup", true));
  }

  @Property
  @FromData("reportOnly")
  void a_report_only_policy_would_switch_as_the_standard_says(
      @ForAll OpenerPolicyValue active,
      @ForAll OpenerPolicyValue activeReportOnly,
      @ForAll OpenerPolicyValue response,
      @ForAll OpenerPolicyValue responseReportOnly,
      @ForAll String where,
      @ForAll boolean would) {
    var result =
        enforced(
            where.equals("popup"),
            where.equals("same") ? A : B,
            policy(response, responseReportOnly),
            initial(policy(active, activeReportOnly)));
    assertThat(result.wouldNeedASwitchDueToReportOnly()).isEqualTo(would);
  }

  @Data
  Iterable<Tuple5<Swap, Boolean, OpenerPolicyValue, Swap, Boolean>> carried() {
    return Table.of( // so far, report-only so far, response, then, report-only then
        Tuple.of(Swap.NONE, false, UNSAFE_NONE, Swap.NONE, false),
        Tuple.of(Swap.FULL, false, UNSAFE_NONE, Swap.FULL, false),
        Tuple.of(Swap.NONE, true, UNSAFE_NONE, Swap.NONE, true),
        Tuple.of(Swap.NONE, true, SAME_ORIGIN, Swap.FULL, true),
        Tuple.of(Swap.NONE, false, SAME_ORIGIN, Swap.FULL, false));
  }

  @Property
  @FromData("carried")
  void what_an_earlier_hop_asked_for_stays_asked_for(
      @ForAll Swap before,
      @ForAll boolean reportOnlyBefore,
      @ForAll OpenerPolicyValue response,
      @ForAll Swap after,
      @ForAll boolean reportOnlyAfter) {
    var current =
        new OpenerPolicyEnforcementResult(
            before,
            reportOnlyBefore ? Swap.FULL : Swap.NONE,
            at(A, OpenerPolicy.DEFAULT),
            A.tupleOrigin().get(),
            OpenerPolicy.DEFAULT,
            false);
    var result = enforced(false, A, policy(response, UNSAFE_NONE), current);
    assertThat(result.swap()).isEqualTo(after);
    assertThat(result.wouldNeedASwitchDueToReportOnly()).isEqualTo(reportOnlyAfter);
  }

  @Example
  void the_result_is_about_the_response() {
    var policy = policy(SAME_ORIGIN, SAME_ORIGIN_ALLOW_POPUPS);
    var result = enforced(false, B, policy, initial(OpenerPolicy.DEFAULT));
    assertThat(result)
        .isEqualTo(
            new OpenerPolicyEnforcementResult(
                Swap.FULL, Swap.FULL, at(B, policy), B.tupleOrigin().get(), policy, true));
  }

  @Example
  void report_only_policies_change_the_virtual_group_and_nothing_else() {
    var ending =
        Story.HTML
            .serving(Story.B, "Cross-Origin-Opener-Policy-Report-Only", "same-origin")
            .userOpens("w", Story.A)
            .opens("w", "popup", Story.B)
            .ending();
    assertThat(ending.areConnected("w", "popup")).isTrue();
    assertThat(ending.browsingContext("popup").virtualBrowsingContextGroupId())
        .isNotEqualTo(ending.browsingContext("w").virtualBrowsingContextGroupId());
  }

  @Example
  void a_popup_starts_in_the_virtual_group_of_its_opener() {
    var ending =
        Story.HTML
            .serving(Story.B, "Cross-Origin-Opener-Policy-Report-Only", "same-origin")
            .userOpens("first", Story.A)
            .opens("first", "w", Story.B)
            .opens("w", "popup")
            .ending();
    assertThat(ending.browsingContext("popup").virtualBrowsingContextGroupId())
        .isEqualTo(ending.browsingContext("w").virtualBrowsingContextGroupId())
        .isNotEqualTo(ending.browsingContext("first").virtualBrowsingContextGroupId());
  }

  private static OpenerPolicy policy(OpenerPolicyValue value, OpenerPolicyValue reportOnly) {
    return OpenerPolicy.DEFAULT.withValue(value).withReportOnlyValue(reportOnly);
  }

  /** The result for an active document of {@code a.example}. */
  private static OpenerPolicyEnforcementResult initial(OpenerPolicy policy) {
    return new OpenerPolicyEnforcementResult(
        Swap.NONE, Swap.NONE, at(A, policy), A.tupleOrigin().get(), policy, false);
  }

  private static Reporter at(Url url, OpenerPolicy policy) {
    return Reporter.of(url, url.tupleOrigin().get(), policy);
  }

  private static OpenerPolicyEnforcementResult enforced(
      boolean isInitial, Url url, OpenerPolicy policy, OpenerPolicyEnforcementResult current) {
    return OpenerPolicyEnforcement.enforceAResponsesOpenerPolicy(
        new ResponseHop(1, isInitial, at(url, policy), Option.none(), false),
        current,
        Rules.unheard(HtmlStandard.VARIANT, Capabilities.ALL));
  }
}
