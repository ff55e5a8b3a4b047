package org.coopcheck.model.variant;

import org.coopcheck.model.decision.Decisions;

/**
 * What one step goes by.
 *
 * @param variant the rules
 * @param capabilities what the browser is able to do
 * @param decisions who is told why
 */
public record Rules(Variant variant, Capabilities capabilities, Decisions decisions) {

  /** Rules for a search, which asks for no reasons. */
  public static Rules unheard(Variant variant, Capabilities capabilities) {
    return new Rules(variant, capabilities, Decisions.UNHEARD);
  }
}
