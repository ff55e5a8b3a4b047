package org.coopcheck.model.variant;

import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;

import org.coopcheck.model.decision.Source;
import org.coopcheck.model.variant.Questions.PopupCreation;

/**
 * {@code +own-group}: the initial {@code about:blank} of a popup that a cross-origin iframe of a
 * {@code restrict-properties} page opens is in another browsing context group of the COOP group.
 *
 * <p>The inheritance document discards it: the iframe can no longer script the popup it just made,
 * and {@code window.open()} would have to wait for a process.
 */
public final class OwnGroupInheritance {
  private OwnGroupInheritance() {}

  /** The change made to a set of rules that has COOP groups. */
  public static Variant over(Variant base) {
    return base.named(
            base.name() + "+own-group",
            base.summary() + "; popups of cross-origin iframes start in another group",
            Source.of(
                "COOP inheritance, discarded option", "https://github.com/whatwg/html/issues/8481"))
        .withAuxiliaryGroup(OwnGroupInheritance::auxiliaryGroup);
  }

  static GroupRelation auxiliaryGroup(PopupCreation popup) {
    boolean isRestricted =
        popup.topLevelOpenerPolicy().value().withoutCoep() == RESTRICT_PROPERTIES;
    return isRestricted && !popup.isSameOriginWithTopLevel()
        ? GroupRelation.SAME_COOP_GROUP
        : GroupRelation.SAME_GROUP;
  }
}
