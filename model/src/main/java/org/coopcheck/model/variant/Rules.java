package org.coopcheck.model.variant;

import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.report.Reports;

/**
 * What one step goes by.
 *
 * @param variant the rules
 * @param capabilities what the browser is able to do
 * @param decisions who is told why
 * @param reports who gets the reports
 */
public record Rules(
    Variant variant, Capabilities capabilities, Decisions decisions, Reports reports) {

  /** Rules for somebody who wants to know why, but not who is told of it. */
  public Rules(Variant variant, Capabilities capabilities, Decisions decisions) {
    this(variant, capabilities, decisions, Reports.UNHEARD);
  }

  /** Rules for a search, which asks for no reasons. */
  public static Rules unheard(Variant variant, Capabilities capabilities) {
    return new Rules(variant, capabilities, Decisions.UNHEARD);
  }

  /** The same, but nobody gets reports. */
  public Rules withoutReports() {
    return new Rules(variant, capabilities, decisions);
  }
}
