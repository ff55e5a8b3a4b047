package org.coopcheck.model.variant;

import org.coopcheck.model.decision.Source;
import org.coopcheck.model.variant.Questions.PopupCreation;

/**
 * {@code +naive}: a popup of a cross-origin iframe simply inherits the page's opener policy and
 * keeps its opener.
 *
 * <p>The inheritance document discards it, for two harms: a page of another origin joins the group,
 * and a frame without the permission scripts an isolated popup.
 */
public final class NaiveInheritance {
  private NaiveInheritance() {}

  /** The standard, except that popups of cross-origin iframes inherit and stay connected. */
  public static final Variant VARIANT = over(HtmlStandard.VARIANT);

  /** The same change made to any other set of rules. */
  public static Variant over(Variant base) {
    return base.named(
            base.name() + "+naive",
            base.summary() + "; popups of cross-origin iframes inherit the page's opener policy",
            Source.of(
                "COOP inheritance, discarded option", "https://github.com/whatwg/html/issues/8481"))
        .withPopupOpenerPolicy(PopupCreation::topLevelOpenerPolicy)
        .withNoopenerRule(popup -> false);
  }
}
