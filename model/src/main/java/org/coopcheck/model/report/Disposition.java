package org.coopcheck.model.report;

import java.util.Locale;

/** Whether a report is about what a policy has done or about what it would do. */
public enum Disposition {
  /** The policy is enforced. */
  ENFORCE,
  /** The policy is report-only. */
  REPORTING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
