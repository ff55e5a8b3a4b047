package org.coopcheck.model.variant;

import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.variant.Questions.PopupCreation;

/**
 * {@code +coop-origin}: a popup inherits the page's opener policy together with the origin that set
 * it, the COOP origin, and opener policies are compared with that. A popup whose origin is another
 * may not use cross-origin isolated APIs.
 */
public final class CoopOriginInheritance {
  private CoopOriginInheritance() {}

  /** The standard, except that popups inherit the COOP origin. */
  public static final Variant VARIANT = over(HtmlStandard.VARIANT);

  /** The same change made to any other set of rules. */
  public static Variant over(Variant base) {
    return base.named(
            base.name() + "+coop-origin",
            base.summary() + "; popups inherit the page's opener policy and the origin that set it",
            Source.of("COOP inheritance", "https://github.com/whatwg/html/issues/8481"))
        .withPopupOpenerPolicy(CoopOriginInheritance::ofThePage)
        .withNoopenerRule(popup -> false)
        .withAllowsIsolationInAPopup(CoopOriginInheritance::hasTheCoopOrigin);
  }

  static OpenerPolicy ofThePage(PopupCreation popup) {
    return popup.topLevelOpenerPolicy().withCoopOrigin(Option.some(popup.topLevelCoopOrigin()));
  }

  static boolean hasTheCoopOrigin(PopupCreation popup) {
    return popup.origin().isSameOriginWith(popup.topLevelCoopOrigin());
  }
}
