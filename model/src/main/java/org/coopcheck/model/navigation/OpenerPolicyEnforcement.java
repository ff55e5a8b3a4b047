package org.coopcheck.model.navigation;

import static org.coopcheck.model.decision.Decision.given;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Decision.Operand;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Questions.ComparedPolicy;
import org.coopcheck.model.variant.Questions.PassedHop;
import org.coopcheck.model.variant.Rules;

/**
 * Enforcing opener policies, hop by hop.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#browsing-context-group-switches-due-to-cross-origin-opener-policy">HTML</a>
 */
public final class OpenerPolicyEnforcement {
  private OpenerPolicyEnforcement() {}

  /**
   * A response of a navigation of a top-level traversable.
   *
   * @param hop its place in the chain of responses, from 1
   * @param isInitialAboutBlank whether the active document is the initial {@code about:blank}
   * @param url the URL of the response
   * @param origin the origin that opener policies are compared with
   * @param openerPolicy its opener policy
   */
  public record ResponseHop(
      int hop, boolean isInitialAboutBlank, Url url, Origin origin, OpenerPolicy openerPolicy) {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-enforce">HTML</a>
   * @param response the response
   * @param current the result for the active document or for the hop before
   * @param rules what the step goes by
   * @return the result for this hop; a switch that an earlier hop asked for stays asked for
   */
  public static OpenerPolicyEnforcementResult enforceAResponsesOpenerPolicy(
      ResponseHop response, OpenerPolicyEnforcementResult current, Rules rules) {
    // 3. is done where the response is received, since the browsing context keeps the URL.
    Swap swap =
        checkIfCoopValuesRequireABrowsingContextGroupSwitch(
            response,
            current,
            current.openerPolicy().value(),
            response.openerPolicy().value(),
            rules); // 4.
    boolean reportOnly =
        checkIfEnforcingReportOnlyCoopWouldRequireABrowsingContextGroupSwitch(
            response, current, rules); // 5.
    // 4.2. and 5.2. TODO: queue violation reports.
    var compared =
        rules
            .variant()
            .nextCompared()
            .apply(
                new PassedHop(
                    new ComparedPolicy(current.openerPolicy(), current.origin()),
                    new ComparedPolicy(response.openerPolicy(), response.origin())));
    return new OpenerPolicyEnforcementResult(
        current.swap().or(swap),
        current.wouldNeedASwitchDueToReportOnly() || reportOnly,
        response.url(),
        compared.coopOrigin(),
        compared.openerPolicy(),
        true); // 1. 6.
  }

  private static Swap checkIfCoopValuesRequireABrowsingContextGroupSwitch(
      ResponseHop response,
      OpenerPolicyEnforcementResult current,
      OpenerPolicyValue active,
      OpenerPolicyValue of,
      Rules rules) {
    var comparison = comparison(response, current, active, of);
    Swap swap = rules.variant().groupDecision().apply(comparison);
    rules
        .decisions()
        .note(
            response.isInitialAboutBlank() ? Rule.CHECK_POPUP_SWITCH : Rule.CHECK_SWITCH,
            Answer.of(swap),
            () -> operands(response, current, comparison));
    return swap;
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#check-bcg-switch-navigation-report-only">HTML</a>
   */
  private static boolean checkIfEnforcingReportOnlyCoopWouldRequireABrowsingContextGroupSwitch(
      ResponseHop response, OpenerPolicyEnforcementResult current, Rules rules) {
    var active = current.openerPolicy();
    var of = response.openerPolicy();
    boolean isTried =
        active.reportOnlyValue() != OpenerPolicyValue.UNSAFE_NONE
            || of.reportOnlyValue() != OpenerPolicyValue.UNSAFE_NONE;
    boolean would =
        switches(response, current, active.reportOnlyValue(), of.reportOnlyValue(), rules) // 1.
            && (switches(response, current, active.reportOnlyValue(), of.value(), rules) // 2.
                || switches(
                    response, current, active.value(), of.reportOnlyValue(), rules)); // 3. 4.
    if (isTried) {
      rules
          .decisions()
          .note(
              Rule.CHECK_REPORT_ONLY_SWITCH,
              would ? Answer.WOULD_SWITCH : Answer.WOULD_STAY,
              () ->
                  Vector.of(
                      given("hop", response.hop()),
                      given("active", active.value()),
                      given("active report-only", active.reportOnlyValue()),
                      given("response", of.value()),
                      given("response report-only", of.reportOnlyValue())));
    }
    return would;
  }

  private static boolean switches(
      ResponseHop response,
      OpenerPolicyEnforcementResult current,
      OpenerPolicyValue active,
      OpenerPolicyValue of,
      Rules rules) {
    return rules.variant().groupDecision().apply(comparison(response, current, active, of))
        != Swap.NONE;
  }

  private static CoopComparison comparison(
      ResponseHop response,
      OpenerPolicyEnforcementResult current,
      OpenerPolicyValue active,
      OpenerPolicyValue of) {
    return new CoopComparison(
        response.isInitialAboutBlank(),
        current.origin().isSameOriginWith(response.origin()),
        active,
        of);
  }

  private static Vector<Operand> operands(
      ResponseHop response, OpenerPolicyEnforcementResult current, CoopComparison comparison) {
    return Vector.of(
        given("active", comparison.activeDocumentCoopValue()),
        given("response", comparison.responseCoopValue()),
        given("active origin", current.origin()),
        given("response origin", response.origin()),
        given("hop", response.hop()),
        given("url", response.url()));
  }
}
