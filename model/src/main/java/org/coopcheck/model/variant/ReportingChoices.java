package org.coopcheck.model.variant;

import static org.coopcheck.model.variant.Choice.CHROMIUM;
import static org.coopcheck.model.variant.NavigationChoices.withoutNoopenerReportOnly;
import static org.coopcheck.model.variant.ReportingProfiles.SHIPPED;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;

/**
 * Choices about who is told what. The first, {@code reporting}, is one of the three forms in which
 * reporting exists; each of the others is one thing on which they part.
 */
final class ReportingChoices {
  private static final Source STANDARD = Source.html("browsers.html#coop-reporting");
  private static final Source EXPLAINER =
      Source.of(
          "COOP reporting",
          "https://github.com/camillelamy/explainers/blob/main/coop_reporting.md");

  private ReportingChoices() {}

  static final Vector<Choice> ALL =
      Vector.of(
          Choice.standing(
              "reporting", "shipped", "reports are those that Chromium sends", CHROMIUM),
          Choice.of(
              "reporting",
              "standard",
              "reports are those of the standard's text, to the letter, with its defects",
              STANDARD,
              v -> withoutNoopenerReportOnly(v).withReporting(ReportingProfiles.STANDARD)),
          Choice.of(
              "reporting",
              "explainer",
              "reports are those of the first design document, to the letter",
              EXPLAINER,
              v -> withoutNoopenerReportOnly(v).withReporting(ReportingProfiles.EXPLAINER)),
          // What is noticed.
          standing(
              "report-accesses",
              "monitors",
              "monitors are put on each pair of windows in two virtual groups when a document is"
                  + " committed",
              CHROMIUM,
              r -> r.withAccessDetection(SHIPPED.accessDetection())),
          of(
              "report-accesses",
              "check",
              "at each access it is looked up whether the two windows are in two virtual groups",
              STANDARD,
              r -> r.withAccessDetection(ReportingProfiles.STANDARD.accessDetection())),
          of(
              "report-accesses",
              "switch-monitors",
              "monitors are put on a window and on its opener when the window switches, or would",
              EXPLAINER,
              r -> r.withAccessDetection(ReportingProfiles.EXPLAINER.accessDetection())),
          standing(
              "report-enforced-accesses",
              "no",
              "accesses are reported only if the policy is report-only",
              CHROMIUM,
              r -> r.withReportsEnforcedAccesses(SHIPPED.reportsEnforcedAccesses())),
          of(
              "report-enforced-accesses",
              "yes",
              "accesses that an enforced policy blocks are reported, where monitors are put there at"
                  + " the switch",
              EXPLAINER,
              r -> r.withReportsEnforcedAccesses(true)),
          standing(
              "report-monitor-5-2",
              "openee",
              "the design document's step 5.2 as written: the new browsing context of the window that"
                  + " was opened is told of accesses to its opener",
              EXPLAINER,
              r -> r.withToldOfOpenees(SHIPPED.toldOfOpenees())),
          of(
              "report-monitor-5-2",
              "opener",
              "the design document's step 5.2 as meant: the opener is told of accesses to it",
              EXPLAINER,
              r -> r.withToldOfOpenees(ReportingQuestions.ToldOfOpenees.THE_OPENER)),
          standing(
              "report-repeated",
              "once",
              "of a pair of windows and a direction the first access is reported",
              CHROMIUM,
              r -> r.withReportsAgain(SHIPPED.reportsAgain())),
          of(
              "report-repeated",
              "each",
              "every access is reported",
              STANDARD,
              r -> r.withReportsAgain(true)),
          standing(
              "report-frames",
              "accessing",
              "accesses by documents that are cross-origin with their page do not count, nor do"
                  + " accesses to frames",
              CHROMIUM,
              r -> r.withCounts(SHIPPED.counts())),
          of(
              "report-frames",
              "both",
              "accesses by and to documents that are cross-origin with their page do not count",
              STANDARD,
              r -> r.withCounts(ReportingProfiles.STANDARD.counts())),
          of(
              "report-frames",
              "own",
              "accesses by documents that are cross-origin with their page are not told to that page",
              EXPLAINER,
              r -> r.withCounts(ReportingProfiles.EXPLAINER.counts())),
          standing(
              "report-properties",
              "shipped",
              "of indexes and names those of frames are reported, as \"indexed\" and \"named\"",
              CHROMIUM,
              r -> r.withProperty(SHIPPED.property())),
          of(
              "report-properties",
              "letter",
              "every index is reported, also one that no frame has, and no name",
              STANDARD,
              r -> r.withProperty(ReportingProfiles.STANDARD.property())),
          standing(
              "report-only-condition",
              "mixed-full",
              "both sides are told if report-only values would switch, against each other and against"
                  + " either enforced value; only of switches that leave the COOP group",
              CHROMIUM,
              r -> r.withSides(SHIPPED.sides()).withReportsASwitch(SHIPPED.reportsASwitch())),
          of(
              "report-only-condition",
              "mixed",
              "the same, of all switches",
              STANDARD,
              r ->
                  r.withSides(ReportingProfiles.STANDARD.sides())
                      .withReportsASwitch(ReportingProfiles.STANDARD.reportsASwitch())),
          of(
              "report-only-condition",
              "separate",
              "each side is told if its own report-only value would switch against the other's"
                  + " enforced value, and report-only values against each other",
              EXPLAINER,
              r ->
                  r.withSides(ReportingProfiles.EXPLAINER.sides())
                      .withReportsASwitch(ReportingProfiles.EXPLAINER.reportsASwitch())),
          standing(
              "report-refused",
              "no",
              "a response that sandboxing refuses is reported to nobody",
              CHROMIUM,
              r -> r.withReportedIfRefused(SHIPPED.reportedIfRefused())),
          of(
              "report-refused",
              "yes",
              "a response is reported before sandboxing refuses it",
              STANDARD,
              r -> r.withReportedIfRefused(true)),
          standing(
              "report-company",
              "coop-group",
              "switches of a window that is alone in its COOP group are not reported",
              CHROMIUM,
              r -> r.withHasCompany(SHIPPED.hasCompany())),
          of(
              "report-company",
              "group",
              "switches of a window that is alone in its browsing context group are not reported",
              STANDARD,
              r -> r.withHasCompany(ReportingProfiles.STANDARD.hasCompany())),
          // Who is told.
          standing(
              "report-only-endpoint",
              "own",
              "reports on what a report-only value would do go to the report-only endpoint",
              CHROMIUM,
              r -> r.withReportOnlyEndpoint(SHIPPED.reportOnlyEndpoint())),
          of(
              "report-only-endpoint",
              "enforced",
              "they go to the endpoint of the enforced value",
              STANDARD,
              r -> r.withReportOnlyEndpoint(ReportingProfiles.STANDARD.reportOnlyEndpoint())),
          standing(
              "report-missing-endpoint",
              "silent",
              "a page that names no endpoint is told nothing",
              CHROMIUM,
              r -> r.withSendsWithoutAnEndpoint(SHIPPED.sendsWithoutAnEndpoint())),
          of(
              "report-missing-endpoint",
              "unaddressed",
              "accesses by a page that names no endpoint are reported to null",
              STANDARD,
              r -> r.withSendsWithoutAnEndpoint(true)),
          // Which URLs.
          standing(
              "report-first-navigation",
              "same-origin-opener",
              "at a popup's first navigation the URL before is that of its opener, if the opener is"
                  + " still same origin with the initial about:blank",
              CHROMIUM,
              r -> r.withStandsIn(SHIPPED.standsIn())),
          of(
              "report-first-navigation",
              "active-document",
              "it is about:blank",
              STANDARD,
              r -> r.withStandsIn(ReportingProfiles.STANDARD.standsIn())),
          of(
              "report-first-navigation",
              "opener",
              "it is that of its opener",
              EXPLAINER,
              r -> r.withStandsIn(ReportingProfiles.EXPLAINER.standsIn())),
          standing(
              "report-url",
              "same-origin",
              "the URL of another document is told if both are same origin",
              CHROMIUM,
              r -> r.withTellsTheUrl(SHIPPED.tellsTheUrl())),
          of(
              "report-url",
              "whole-chain",
              "it is told if both, and all redirects to the one that could hide another, are same"
                  + " origin",
              EXPLAINER,
              r -> r.withTellsTheUrl(ReportingProfiles.EXPLAINER.tellsTheUrl())),
          standing(
              "report-opened-url",
              "opening",
              "the URL with which a window was opened is the one that window.open() was given",
              CHROMIUM,
              r -> r.withInitialUrlIsThatOfTheOpening(true)),
          of(
              "report-opened-url",
              "first-response",
              "it is the first to which anybody navigates the window",
              STANDARD,
              r -> r.withInitialUrlIsThatOfTheOpening(false)),
          standing(
              "report-initial-url",
              "creator",
              "the URL with which a window was opened is told to a page that is same origin with the"
                  + " document that opened it",
              CHROMIUM,
              r -> r.withTellsTheInitialUrl(SHIPPED.tellsTheInitialUrl())),
          of(
              "report-initial-url",
              "always",
              "it is told to the page in whose window it was opened",
              EXPLAINER,
              r -> r.withTellsTheInitialUrl(ReportingProfiles.EXPLAINER.tellsTheInitialUrl())),
          // How it is written.
          standingFormat(
              "report-kind",
              "type",
              "the kind of a report stands in type",
              CHROMIUM,
              f -> f.withTypeMember(SHIPPED.format().typeMember())),
          ofFormat(
              "report-kind",
              "violation",
              "it stands in violation",
              EXPLAINER,
              f -> f.withTypeMember("violation")),
          standingFormat(
              "report-types",
              "six",
              "there are six kinds of accesses",
              CHROMIUM,
              f -> f.withType(SHIPPED.format().type())),
          ofFormat(
              "report-types",
              "one",
              "all accesses are access-to-opener",
              STANDARD,
              f -> f.withType(ReportingProfiles.STANDARD.format().type())),
          ofFormat(
              "report-types",
              "two",
              "there are two kinds of accesses: from a page and to it",
              EXPLAINER,
              f -> f.withType(ReportingProfiles.EXPLAINER.format().type())),
          standingFormat(
              "report-members",
              "shipped",
              "members are named as Chromium does",
              CHROMIUM,
              f ->
                  f.withPolicyMember(SHIPPED.format().policyMember())
                      .withUrlMember(SHIPPED.format().urlMember())),
          ofFormat(
              "report-members",
              "standard",
              "members with URLs are named as the text does",
              STANDARD,
              f -> f.withUrlMember(ReportingProfiles.STANDARD.format().urlMember())),
          ofFormat(
              "report-members",
              "explainer",
              "there is one member for a URL, and a referrer or an initial URL stands in for one that"
                  + " is withheld",
              EXPLAINER,
              f ->
                  f.withUrlMember(ReportingProfiles.EXPLAINER.format().urlMember())
                      .withPolicyMember(ReportingProfiles.EXPLAINER.format().policyMember())),
          standingFormat(
              "report-withheld",
              "empty",
              "a URL that is withheld is the empty string",
              CHROMIUM,
              f -> f.withWithheld(SHIPPED.format().withheld())),
          ofFormat(
              "report-withheld",
              "null",
              "it is null",
              STANDARD,
              f -> f.withWithheld(ReportingProfiles.STANDARD.format().withheld())),
          standingFormat(
              "report-policy",
              "lower-case",
              "effective policies are in lower case: same-origin-plus-coep",
              CHROMIUM,
              f -> f.withPolicy(SHIPPED.format().policy())),
          ofFormat(
              "report-policy",
              "as-written",
              "they are as the text spells values: same-origin-plus-COEP",
              STANDARD,
              f -> f.withPolicy(ReportingProfiles.STANDARD.format().policy())),
          standingFormat(
              "report-other-window",
              "as-meant",
              "an access to a window that is neither opener nor openee has a report of its own",
              CHROMIUM,
              f -> f.withWritesOtherWindowsAsOpened(SHIPPED.format().writesOtherWindowsAsOpened())),
          ofFormat(
              "report-other-window",
              "opened",
              "it is reported as one to a window that the page opened, as the text links it",
              STANDARD,
              f -> f.withWritesOtherWindowsAsOpened(true)),
          standingFormat(
              "report-opened-values",
              "as-meant",
              "in reports of accesses by a window that the page opened each value stands at its own"
                  + " member",
              CHROMIUM,
              f -> f.withShiftsValues(SHIPPED.format().shiftsValues())),
          ofFormat(
              "report-opened-values",
              "shifted",
              "the property is at the place of nothing, and the effective policy at that of the"
                  + " property",
              STANDARD,
              f -> f.withShiftsValues(true)));

  /** What is shipped; said aloud, it changes another form of reporting. */
  private static Choice standing(
      String key,
      String value,
      String statement,
      Source source,
      Function1<Reporting, Reporting> change) {
    return new Choice(
        key,
        value,
        true,
        statement,
        source,
        v -> v.withReporting(change.apply(v.reporting())),
        v -> Option.none());
  }

  private static Choice standingFormat(
      String key,
      String value,
      String statement,
      Source source,
      Function1<ReportFormat, ReportFormat> change) {
    return standing(key, value, statement, source, r -> r.withFormat(change.apply(r.format())));
  }

  private static Choice of(
      String key,
      String value,
      String statement,
      Source source,
      Function1<Reporting, Reporting> change) {
    return Choice.of(
        key, value, statement, source, v -> v.withReporting(change.apply(v.reporting())));
  }

  private static Choice ofFormat(
      String key,
      String value,
      String statement,
      Source source,
      Function1<ReportFormat, ReportFormat> change) {
    return of(key, value, statement, source, r -> r.withFormat(change.apply(r.format())));
  }
}
