package org.coopcheck.model.variant;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.Function1;
import io.vavr.control.Option;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Told.Role;

/**
 * How the body of a report is written.
 *
 * @param typeMember the name of the member that has the type
 * @param policyMember the name of the member that has the effective policy
 * @param type the word for a type
 * @param policy the word for an effective policy
 * @param urlMember the name of the member that has a URL; of URLs that share a member, the first
 *     that is told is written
 * @param withheld what stands in the place of a URL that is withheld; none for null
 * @param writesOtherWindowsAsOpened whether a report of an access to a window of neither kind has the
 *     members of one of an access to a window that the page opened
 * @param shiftsValues whether in reports of accesses by a window that the page opened, each value
 *     stands at the member before its own
 */
@RecordBuilder
public record ReportFormat(
    String typeMember,
    String policyMember,
    Function1<ReportType, String> type,
    Function1<OpenerPolicyValue, String> policy,
    Function1<Role, String> urlMember,
    Option<String> withheld,
    boolean writesOtherWindowsAsOpened,
    boolean shiftsValues)
    implements ReportFormatBuilder.With {}
