package org.coopcheck.model.navigation;

import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Reporter;

/**
 * An opener policy enforcement result.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-enforcement-result">HTML</a>
 * @param swap "needs a browsing context group switch", with how far it goes
 * @param swapDueToReportOnly "would need a browsing context group switch due to report-only", with
 *     how far it would go
 * @param reporter the document or response that was looked at last
 * @param origin the origin with which the next response is compared; in the standard its origin
 * @param openerPolicy the opener policy with which it is compared; in the standard its own
 * @param currentContextIsNavigationSource whether the document started the navigation
 */
public record OpenerPolicyEnforcementResult(
    Swap swap,
    Swap swapDueToReportOnly,
    Reporter reporter,
    Origin origin,
    OpenerPolicy openerPolicy,
    boolean currentContextIsNavigationSource) {

  /** Whether it would need a switch if the report-only values were enforced. */
  public boolean wouldNeedASwitchDueToReportOnly() {
    return swapDueToReportOnly != Swap.NONE;
  }

  /** The URL of the document or response that was looked at last. */
  public Url url() {
    return reporter.url();
  }
}
