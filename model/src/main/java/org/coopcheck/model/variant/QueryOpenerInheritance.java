package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import org.coopcheck.model.decision.Source;
import org.coopcheck.model.variant.Questions.ActivePage;
import org.coopcheck.model.variant.Questions.ComparedPolicy;

/**
 * {@code +query-opener}: a popup of a cross-origin iframe inherits nothing. When it is navigated for
 * the first time, its opener's page is asked for its opener policy and origin as they are then.
 *
 * <p>The inheritance document discards it as complicated where popups are nested.
 */
public final class QueryOpenerInheritance {
  private QueryOpenerInheritance() {}

  /** The standard, except that the first navigation of a popup asks its opener's page. */
  public static final Variant VARIANT = over(HtmlStandard.VARIANT);

  /** The same change made to any other set of rules. */
  public static Variant over(Variant base) {
    return base.named(
            base.name() + "+query-opener",
            base.summary() + "; a popup's first navigation asks the opener's page for its policy",
            Source.of(
                "COOP inheritance, discarded option", "https://github.com/whatwg/html/issues/8481"))
        .withFirstCompared(QueryOpenerInheritance::ofTheOpenersPage)
        .withNoopenerRule(popup -> false);
  }

  static ComparedPolicy ofTheOpenersPage(ActivePage page) {
    boolean hasInheritedNothing = page.own().openerPolicy().value() == UNSAFE_NONE;
    return page.isInitialAboutBlank() && hasInheritedNothing
        ? page.ofTheOpenersPage().getOrElse(page.own())
        : page.own();
  }
}
