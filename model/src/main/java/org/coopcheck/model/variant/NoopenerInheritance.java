package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;

import org.coopcheck.model.decision.Source;
import org.coopcheck.model.variant.Questions.PopupCreation;

/**
 * {@code +noopener}: the standard's rule that cuts off popups of cross-origin iframes fires for
 * {@code restrict-properties} pages too.
 *
 * <p>The inheritance document discards it: most popups are opened by such iframes.
 */
public final class NoopenerInheritance {
  private NoopenerInheritance() {}

  /** The change made to a set of rules. */
  public static Variant over(Variant base) {
    return base.named(
            base.name() + "+noopener",
            base.summary() + "; popups of cross-origin iframes are cut off",
            Source.of(
                "COOP inheritance, discarded option", "https://github.com/whatwg/html/issues/8481"))
        .withNoopenerRule(popup -> base.noopenerRule().apply(popup) || isOfARestrictedPage(popup));
  }

  private static boolean isOfARestrictedPage(PopupCreation popup) {
    return popup.topLevelOpenerPolicy().value().withoutCoep() == RESTRICT_PROPERTIES
        && !popup.isSameOriginWithTopLevel();
  }
}
