/**
 * When a report is queued, and what stands in it.
 *
 * <p>Answers "which page is told of this switch, or of this access, and what does it learn?". Where
 * the design document of COOP reporting, the standard's text and Chromium part, {@link
 * org.coopcheck.model.variant.Reporting} is asked. Section: reporting of opener policies. Left out:
 * what {@link org.coopcheck.model.report} leaves out.
 *
 * <p>Read {@link org.coopcheck.model.reporting.NavigationReports} first.
 */
@NullMarked
package org.coopcheck.model.reporting;

import org.jspecify.annotations.NullMarked;
