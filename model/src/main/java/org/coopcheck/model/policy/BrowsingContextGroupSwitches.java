package org.coopcheck.model.policy;

import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

/**
 * The comparisons that decide on browsing context group switches.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#browsing-context-group-switches-due-to-cross-origin-opener-policy">HTML</a>
 */
public final class BrowsingContextGroupSwitches {
  private BrowsingContextGroupSwitches() {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#matching-coop">HTML</a>
   */
  public static boolean matchOpenerPolicyValues(CoopComparison given) {
    OpenerPolicyValue document = given.activeDocumentCoopValue();
    OpenerPolicyValue response = given.responseCoopValue();
    if (document == UNSAFE_NONE && response == UNSAFE_NONE) return true; // 1.
    if (document == UNSAFE_NONE || response == UNSAFE_NONE) return false; // 2.
    return document == response && given.sameOrigin(); // 3. 4.
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#check-browsing-context-group-switch-coop-value-popup">HTML</a>
   */
  public static boolean checkIfPopupCoopValuesRequireABrowsingContextGroupSwitch(
      CoopComparison given) {
    OpenerPolicyValue document = given.activeDocumentCoopValue();
    if (given.responseCoopValue() == NOOPENER_ALLOW_POPUPS) return true; // 1.
    boolean keepsPlainPopups =
        document == SAME_ORIGIN_ALLOW_POPUPS || document == NOOPENER_ALLOW_POPUPS;
    if (keepsPlainPopups && given.responseCoopValue() == UNSAFE_NONE) return false; // 2.
    return !matchOpenerPolicyValues(given); // 3. 4.
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#check-browsing-context-group-switch-coop-value">HTML</a>
   */
  public static Swap checkIfCoopValuesRequireABrowsingContextGroupSwitch(CoopComparison given) {
    boolean isRequired =
        given.isInitialAboutBlank()
            ? checkIfPopupCoopValuesRequireABrowsingContextGroupSwitch(given) // 1.
            : !matchOpenerPolicyValues(given); // 2. 3.
    return isRequired ? Swap.FULL : Swap.NONE;
  }
}
