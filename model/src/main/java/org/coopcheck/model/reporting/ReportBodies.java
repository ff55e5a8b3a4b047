package org.coopcheck.model.reporting;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.report.Disposition;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.report.Told;
import org.coopcheck.model.report.Told.Role;
import org.coopcheck.model.variant.ReportFormat;
import org.coopcheck.model.variant.Reporting;

/** Writing reports. */
final class ReportBodies {
  private ReportBodies() {}

  /**
   * What a report is about.
   *
   * @param type what it is about
   * @param disposition whether the policy is enforced
   * @param reporter whose report it is
   * @param property the property that was used, of an access
   * @param told the URLs that it has room for
   * @param cause the rule whose answer it tells
   */
  record Matter(
      ReportType type,
      Disposition disposition,
      Reporter reporter,
      Option<String> property,
      Vector<Told> told,
      Rule cause) {

    OpenerPolicyValue effectivePolicy() {
      var policy = reporter.openerPolicy();
      return switch (disposition) {
        case ENFORCE -> policy.value();
        case REPORTING -> policy.reportOnlyValue();
      };
    }
  }

  /** The endpoint that is told. */
  static Option<String> endpoint(Reporter reporter, Disposition disposition, Reporting reporting) {
    return switch (disposition) {
      case ENFORCE -> reporter.openerPolicy().reportingEndpoint();
      case REPORTING -> reporting.reportOnlyEndpoint().apply(reporter.openerPolicy());
    };
  }

  static Report report(Matter matter, Reporting reporting) {
    return new Report(
        matter.type,
        matter.disposition,
        matter.reporter,
        endpoint(matter.reporter, matter.disposition, reporting),
        matter.property,
        matter.told,
        body(matter, reporting.format()),
        matter.cause);
  }

  private static SortedMap<String, Option<String>> body(Matter matter, ReportFormat format) {
    var policy = format.policy().apply(matter.effectivePolicy());
    // SPEC: "access from an opened window" takes the effective policy from a variable that is not
    // declared there, and the property from the policy. No issue is known.
    boolean isShifted =
        format.shiftsValues() && matter.type == ReportType.ACCESS_TO_COOP_PAGE_FROM_OPENEE;
    SortedMap<String, Option<String>> always =
        TreeMap.of(
            "disposition",
            Option.some(matter.disposition.toString()),
            format.typeMember(),
            Option.some(format.type().apply(matter.type)),
            format.policyMember(),
            Option.when(!isShifted, policy));
    return toldIn(matter, format)
        .foldLeft(
            matter.property.fold(
                () -> always,
                property -> always.put("property", Option.some(isShifted ? policy : property))),
            (body, told) -> withUrl(body, told, matter, format));
  }

  // SPEC: "access to another window" links the algorithm for opened windows. No issue is known.
  private static Vector<Told> toldIn(Matter matter, ReportFormat format) {
    boolean isWrittenAsOpened =
        format.writesOtherWindowsAsOpened()
            && matter.type == ReportType.ACCESS_FROM_COOP_PAGE_TO_OTHER;
    return isWrittenAsOpened
        ? matter
            .told
            .map(told -> new Told(Role.OPENEE, told.url()))
            .append(new Told(Role.INITIAL, Option.none()))
        : matter.told;
  }

  /** Of URLs that share a member the first that is told is written. */
  private static SortedMap<String, Option<String>> withUrl(
      SortedMap<String, Option<String>> body, Told told, Matter matter, ReportFormat format) {
    String member = memberFor(told.role(), matter, format);
    boolean isWritten = body.get(member).exists(before -> !before.equals(format.withheld()));
    return isWritten
        ? body
        : body.put(member, told.url().map(Url::toString).orElse(withheld(told.role(), format)));
  }

  // A referrer that there is none of is the empty string in all texts.
  private static Option<String> withheld(Role role, ReportFormat format) {
    return role == Role.REFERRER ? Option.some("") : format.withheld();
  }

  private static String memberFor(Role role, Matter matter, ReportFormat format) {
    String member = format.urlMember().apply(role);
    return member.isEmpty() ? format.urlMember().apply(matter.told.head().role()) : member;
  }
}
