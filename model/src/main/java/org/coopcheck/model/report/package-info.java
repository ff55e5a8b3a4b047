/**
 * What a report is.
 *
 * <p>Answers "who is told what?". A report is something that happens in a step, not a part of a
 * world: whoever wants to know passes {@link org.coopcheck.model.report.Reports} along. When one is
 * queued is the business of {@link org.coopcheck.model.reporting}. Section: reporting of opener
 * policies. Left out: {@code coop-access-violation} reports, which only the page's own {@code
 * ReportingObserver} sees; source positions, user agents and ages; reports of embedder policies.
 *
 * <p>Read {@link org.coopcheck.model.report.Report} first.
 */
@NullMarked
package org.coopcheck.model.report;

import org.jspecify.annotations.NullMarked;
