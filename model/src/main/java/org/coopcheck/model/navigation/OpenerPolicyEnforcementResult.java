package org.coopcheck.model.navigation;

import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;

/**
 * An opener policy enforcement result.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-enforcement-result">HTML</a>
 * @param swap "needs a browsing context group switch", with how far it goes
 * @param wouldNeedASwitchDueToReportOnly the same if the report-only values were enforced
 * @param url the URL of the document or response that was looked at last
 * @param origin its origin
 * @param openerPolicy its opener policy
 * @param currentContextIsNavigationSource whether the document started the navigation
 */
public record OpenerPolicyEnforcementResult(
    Swap swap,
    boolean wouldNeedASwitchDueToReportOnly,
    Url url,
    Origin origin,
    OpenerPolicy openerPolicy,
    boolean currentContextIsNavigationSource) {}
