package org.coopcheck.properties.rollout;

import org.coopcheck.model.report.Report;

/**
 * A report of what a report-only policy would do, where nothing is different if it is enforced.
 *
 * @param step the number of the step
 * @param report the report
 */
public record FalseAlarm(int step, Report report) {}
