package org.coopcheck.model.variant;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.Function1;
import io.vavr.control.Option;
import org.coopcheck.model.policy.OpenerPolicy;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.ReportingQuestions.AccessDetection;
import org.coopcheck.model.variant.ReportingQuestions.AccessScope;
import org.coopcheck.model.variant.ReportingQuestions.Company;
import org.coopcheck.model.variant.ReportingQuestions.FirstNavigation;
import org.coopcheck.model.variant.ReportingQuestions.InitialUrl;
import org.coopcheck.model.variant.ReportingQuestions.OtherUrl;
import org.coopcheck.model.variant.ReportingQuestions.PropertyName;
import org.coopcheck.model.variant.ReportingQuestions.ReportOnlySwitches;
import org.coopcheck.model.variant.ReportingQuestions.Sides;
import org.coopcheck.model.variant.ReportingQuestions.ToldOfOpenees;

/**
 * The part of a {@link Variant} that says who is told what: an answer to each question on which the
 * design document of COOP reporting, the standard's text and Chromium part.
 *
 * @param reportsASwitch whether a switch that goes so far is reported
 * @param hasCompany whether there is another window that a switch could be noticed by
 * @param sides who is told of a navigation that would switch if report-only values were enforced
 * @param reportedIfRefused whether a response that sandboxing refuses is reported first
 * @param standsIn whether the opener stands in for the document before a response
 * @param reportOnlyEndpoint the endpoint of reports on what a report-only value would do
 * @param sendsWithoutAnEndpoint whether accesses by a page are reported though it names no endpoint
 * @param tellsTheUrl whether a report has the URL of another document
 * @param initialUrlIsThatOfTheOpening whether a window's initial URL is the one with which it was
 *     opened, rather than the first that anybody navigates it to
 * @param tellsTheInitialUrl whether a report has the URL with which a window was opened
 * @param accessDetection how accesses are noticed
 * @param toldOfOpenees whom the design document's step 5.2 tells of accesses by a window that was
 *     opened
 * @param reportsEnforcedAccesses whether accesses that an enforced policy blocks are reported
 * @param reportsAgain whether a second access of the same kind is reported
 * @param counts whether an access between these documents counts
 * @param property the name under which a property is reported; none if its use is not
 * @param format how a report is written
 */
@RecordBuilder
public record Reporting(
    Function1<Swap, Boolean> reportsASwitch,
    Function1<Company, Boolean> hasCompany,
    Function1<ReportOnlySwitches, Sides> sides,
    boolean reportedIfRefused,
    Function1<FirstNavigation, Boolean> standsIn,
    Function1<OpenerPolicy, Option<String>> reportOnlyEndpoint,
    boolean sendsWithoutAnEndpoint,
    Function1<OtherUrl, Boolean> tellsTheUrl,
    boolean initialUrlIsThatOfTheOpening,
    Function1<InitialUrl, Boolean> tellsTheInitialUrl,
    AccessDetection accessDetection,
    ToldOfOpenees toldOfOpenees,
    boolean reportsEnforcedAccesses,
    boolean reportsAgain,
    Function1<AccessScope, Boolean> counts,
    Function1<PropertyName, Option<String>> property,
    ReportFormat format)
    implements ReportingBuilder.With {}
