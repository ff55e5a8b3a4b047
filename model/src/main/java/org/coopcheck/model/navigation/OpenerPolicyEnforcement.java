package org.coopcheck.model.navigation;

import static org.coopcheck.model.decision.Decision.given;
import static org.coopcheck.model.reporting.NavigationReports.queueAViolationReportWhenNavigatingAwayFromACoopResponse;
import static org.coopcheck.model.reporting.NavigationReports.queueAViolationReportWhenNavigatingToACoopResponse;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Decision.Operand;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Disposition;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.reporting.NavigationReports.Passage;
import org.coopcheck.model.variant.Questions.ComparedPolicy;
import org.coopcheck.model.variant.Questions.PassedHop;
import org.coopcheck.model.variant.ReportingQuestions.ReportOnlySwitches;
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
   * @param response the response, as somebody who may be told
   * @param referrer the referrer of the request
   * @param hasCompany whether there is another window in the browsing context group
   */
  public record ResponseHop(
      int hop,
      boolean isInitialAboutBlank,
      Reporter response,
      Option<Url> referrer,
      boolean hasCompany) {

    private OpenerPolicy openerPolicy() {
      return response.openerPolicy();
    }

    /** The origin that opener policies are compared with. */
    private Origin origin() {
      return openerPolicy().coopOriginIn(response.origin());
    }
  }

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
    if (response.hasCompany() && rules.variant().reporting().reportsASwitch().apply(swap)) { // 4.2.
      var passage = passage(response, current, ruleOf(response));
      queueAViolationReportWhenNavigatingToACoopResponse(passage, Disposition.ENFORCE, rules);
      queueAViolationReportWhenNavigatingAwayFromACoopResponse(passage, Disposition.ENFORCE, rules);
    }
    var switches = reportOnlySwitches(response, current, rules);
    Swap reportOnly =
        checkIfEnforcingReportOnlyCoopWouldRequireABrowsingContextGroupSwitch(
            response, current, switches, rules); // 5.
    if (response.hasCompany()) reportWhatReportOnlyWouldDo(response, current, switches, rules);
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
        current.swapDueToReportOnly().or(reportOnly),
        response.response(),
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
        .note(ruleOf(response), Answer.of(swap), () -> operands(response, current, comparison));
    return swap;
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#check-bcg-switch-navigation-report-only">HTML</a>
   */
  private static Swap checkIfEnforcingReportOnlyCoopWouldRequireABrowsingContextGroupSwitch(
      ResponseHop response,
      OpenerPolicyEnforcementResult current,
      ReportOnlySwitches switches,
      Rules rules) {
    var active = current.openerPolicy();
    var of = response.openerPolicy();
    boolean isTried =
        active.reportOnlyValue() != OpenerPolicyValue.UNSAFE_NONE
            || of.reportOnlyValue() != OpenerPolicyValue.UNSAFE_NONE;
    Swap would =
        switches.both() == Swap.NONE
            ? Swap.NONE // 1.
            : switches.beforeEnforced().or(switches.responseEnforced()); // 2. 3. 4.
    if (isTried) {
      rules
          .decisions()
          .note(
              Rule.CHECK_REPORT_ONLY_SWITCH,
              would == Swap.NONE ? Answer.WOULD_STAY : Answer.WOULD_SWITCH,
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

  private static ReportOnlySwitches reportOnlySwitches(
      ResponseHop response, OpenerPolicyEnforcementResult current, Rules rules) {
    var active = current.openerPolicy();
    var of = response.openerPolicy();
    return new ReportOnlySwitches(
        swap(response, current, active.reportOnlyValue(), of.reportOnlyValue(), rules),
        swap(response, current, active.reportOnlyValue(), of.value(), rules),
        swap(response, current, active.value(), of.reportOnlyValue(), rules));
  }

  private static Swap swap(
      ResponseHop response,
      OpenerPolicyEnforcementResult current,
      OpenerPolicyValue active,
      OpenerPolicyValue of,
      Rules rules) {
    return rules.variant().groupDecision().apply(comparison(response, current, active, of));
  }

  private static Rule ruleOf(ResponseHop response) {
    return response.isInitialAboutBlank() ? Rule.CHECK_POPUP_SWITCH : Rule.CHECK_SWITCH;
  }

  // 5.2.
  private static void reportWhatReportOnlyWouldDo(
      ResponseHop response,
      OpenerPolicyEnforcementResult current,
      ReportOnlySwitches switches,
      Rules rules) {
    var sides = rules.variant().reporting().sides().apply(switches);
    var passage = passage(response, current, Rule.CHECK_REPORT_ONLY_SWITCH);
    if (sides.to()) {
      queueAViolationReportWhenNavigatingToACoopResponse(passage, Disposition.REPORTING, rules);
    }
    if (sides.from()) {
      queueAViolationReportWhenNavigatingAwayFromACoopResponse(
          passage, Disposition.REPORTING, rules);
    }
  }

  private static Passage passage(
      ResponseHop response, OpenerPolicyEnforcementResult current, Rule cause) {
    return new Passage(
        current.reporter(),
        response.response(),
        response.referrer(),
        current.currentContextIsNavigationSource(),
        cause);
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
        given("url", response.response().url()));
  }
}
