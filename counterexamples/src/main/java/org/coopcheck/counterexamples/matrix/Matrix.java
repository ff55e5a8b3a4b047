package org.coopcheck.counterexamples.matrix;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.navigation.OpenerPolicyEnforcement;
import org.coopcheck.model.navigation.OpenerPolicyEnforcement.ResponseHop;
import org.coopcheck.model.navigation.OpenerPolicyEnforcementResult;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;

/**
 * All tables of one variant, for the values that its responses can have.
 *
 * @param variant the variant that was asked
 * @param tables popup, navigation, and the same two for report-only values
 */
public record Matrix(Variant variant, Vector<Table> tables) {
  private static final Url ACTIVE = Url.of("https://active.example/");
  private static final Url OTHER = Url.of("https://other.example/");

  /** Asks the variant everything. */
  public static Matrix of(Variant variant) {
    Function1<CoopComparison, Swap> enforced = variant.groupDecision();
    Function1<CoopComparison, Swap> reportOnly = given -> reportOnly(given, variant);
    return new Matrix(
        variant,
        Vector.of(
            new Table(
                "popup",
                "Popup: the first navigation away from the initial about:blank",
                cells(true, enforced, variant)),
            new Table(
                "navigation", "Ordinary navigation of a window", cells(false, enforced, variant)),
            new Table(
                "report-only-popup",
                "Report-only values alone, popup: would it switch?",
                cells(true, reportOnly, variant)),
            new Table(
                "report-only-navigation",
                "Report-only values alone, ordinary navigation: would it switch?",
                cells(false, reportOnly, variant))));
  }

  private static Vector<Cell> cells(
      boolean isInitialAboutBlank, Function1<CoopComparison, Swap> answer, Variant variant) {
    var values = variant.values();
    return CoopComparison.all()
        .filter(given -> given.isInitialAboutBlank() == isInitialAboutBlank && given.sameOrigin())
        .filter(
            given ->
                values.contains(given.activeDocumentCoopValue())
                    && values.contains(given.responseCoopValue()))
        .map(
            given ->
                new Cell(
                    given.activeDocumentCoopValue(),
                    given.responseCoopValue(),
                    answer.apply(given),
                    answer.apply(acrossOrigins(given))));
  }

  private static CoopComparison acrossOrigins(CoopComparison given) {
    return new CoopComparison(
        given.isInitialAboutBlank(),
        false,
        given.activeDocumentCoopValue(),
        given.responseCoopValue());
  }

  /** What would come of the values if they stood in report-only headers, and no others were set. */
  private static Swap reportOnly(CoopComparison given, Variant variant) {
    var url = given.sameOrigin() ? ACTIVE : OTHER;
    var response =
        new ResponseHop(
            1,
            given.isInitialAboutBlank(),
            Reporter.of(url, originOf(url), reportOnlyPolicy(given.responseCoopValue(), variant)),
            Option.none(),
            false);
    var policy = reportOnlyPolicy(given.activeDocumentCoopValue(), variant);
    var active =
        new OpenerPolicyEnforcementResult(
            Swap.NONE,
            Swap.NONE,
            Reporter.of(ACTIVE, originOf(ACTIVE), policy),
            originOf(ACTIVE),
            policy,
            true);
    var result =
        OpenerPolicyEnforcement.enforceAResponsesOpenerPolicy(
            response, active, Rules.unheard(variant, Capabilities.ALL));
    return result.wouldNeedASwitchDueToReportOnly() ? Swap.FULL : Swap.NONE;
  }

  private static Origin originOf(Url url) {
    return url.tupleOrigin().get();
  }

  private static OpenerPolicy reportOnlyPolicy(OpenerPolicyValue value, Variant variant) {
    return variant.openerPolicyAsRead().apply(OpenerPolicy.DEFAULT.withReportOnlyValue(value));
  }
}
