package org.coopcheck.model.variant;

import static org.coopcheck.model.variant.Choice.CHROMIUM;
import static org.coopcheck.model.variant.NavigationChoices.withoutNoopenerReportOnly;

import io.vavr.Function1;
import io.vavr.collection.Vector;
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
          Choice.standing(
              "report-accesses",
              "monitors",
              "monitors are put on each pair of windows in two virtual groups when a document is"
                  + " committed",
              CHROMIUM),
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
          Choice.standing(
              "report-enforced-accesses",
              "no",
              "accesses are reported only if the policy is report-only",
              CHROMIUM),
          of(
              "report-enforced-accesses",
              "yes",
              "accesses that an enforced policy blocks are reported, where monitors are put there at"
                  + " the switch",
              EXPLAINER,
              r -> r.withReportsEnforcedAccesses(true)),
          Choice.standing(
              "report-monitor-5-2",
              "openee",
              "the design document's step 5.2 as written: the new browsing context of the window that"
                  + " was opened is told of accesses to its opener",
              EXPLAINER),
          of(
              "report-monitor-5-2",
              "opener",
              "the design document's step 5.2 as meant: the opener is told of accesses to it",
              EXPLAINER,
              r -> r.withToldOfOpenees(ReportingQuestions.ToldOfOpenees.THE_OPENER)),
          Choice.standing(
              "report-repeated",
              "once",
              "of a pair of windows and a direction the first access is reported",
              CHROMIUM),
          of(
              "report-repeated",
              "each",
              "every access is reported",
              STANDARD,
              r -> r.withReportsAgain(true)),
          Choice.standing(
              "report-frames",
              "accessing",
              "accesses by documents that are cross-origin with their page do not count, nor do"
                  + " accesses to frames",
              CHROMIUM),
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
          Choice.standing(
              "report-properties",
              "shipped",
              "of indexes and names those of frames are reported, as \"indexed\" and \"named\"",
              CHROMIUM),
          of(
              "report-properties",
              "letter",
              "every index is reported, also one that no frame has, and no name",
              STANDARD,
              r -> r.withProperty(ReportingProfiles.STANDARD.property())),
          Choice.standing(
              "report-only-condition",
              "mixed-full",
              "both sides are told if report-only values would switch, against each other and against"
                  + " either enforced value; only of switches that leave the COOP group",
              CHROMIUM),
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
          Choice.standing(
              "report-refused",
              "no",
              "a response that sandboxing refuses is reported to nobody",
              CHROMIUM),
          of(
              "report-refused",
              "yes",
              "a response is reported before sandboxing refuses it",
              STANDARD,
              r -> r.withReportedIfRefused(true)),
          Choice.standing(
              "report-company",
              "coop-group",
              "switches of a window that is alone in its COOP group are not reported",
              CHROMIUM),
          of(
              "report-company",
              "group",
              "switches of a window that is alone in its browsing context group are not reported",
              STANDARD,
              r -> r.withHasCompany(ReportingProfiles.STANDARD.hasCompany())),
          // Who is told.
          Choice.standing(
              "report-only-endpoint",
              "own",
              "reports on what a report-only value would do go to the report-only endpoint",
              CHROMIUM),
          of(
              "report-only-endpoint",
              "enforced",
              "they go to the endpoint of the enforced value",
              STANDARD,
              r -> r.withReportOnlyEndpoint(ReportingProfiles.STANDARD.reportOnlyEndpoint())),
          Choice.standing(
              "report-missing-endpoint",
              "silent",
              "a page that names no endpoint is told nothing",
              CHROMIUM),
          of(
              "report-missing-endpoint",
              "unaddressed",
              "accesses by a page that names no endpoint are reported to null",
              STANDARD,
              r -> r.withSendsWithoutAnEndpoint(true)),
          // Which URLs.
          Choice.standing(
              "report-first-navigation",
              "same-origin-opener",
              "at a popup's first navigation the URL before is that of its opener, if the opener is"
                  + " still same origin with the initial about:blank",
              CHROMIUM),
          of(
              "report-first-navigation",
              "active-document",
              "it is about:blank",
              STANDARD,
              r -> r.withUrlBefore(ReportingProfiles.STANDARD.urlBefore())),
          of(
              "report-first-navigation",
              "opener",
              "it is that of its opener",
              EXPLAINER,
              r -> r.withUrlBefore(ReportingProfiles.EXPLAINER.urlBefore())),
          Choice.standing(
              "report-url",
              "same-origin",
              "the URL of another document is told if both are same origin",
              CHROMIUM),
          of(
              "report-url",
              "whole-chain",
              "it is told if both, and all redirects to the one that could hide another, are same"
                  + " origin",
              EXPLAINER,
              r -> r.withTellsTheUrl(ReportingProfiles.EXPLAINER.tellsTheUrl())),
          Choice.standing(
              "report-opened-url",
              "opening",
              "the URL with which a window was opened is the one that window.open() was given",
              CHROMIUM),
          of(
              "report-opened-url",
              "first-response",
              "it is the first to which anybody navigates the window",
              STANDARD,
              r -> r.withInitialUrlIsThatOfTheOpening(false)),
          Choice.standing(
              "report-initial-url",
              "creator",
              "the URL with which a window was opened is told to a page that is same origin with the"
                  + " document that opened it",
              CHROMIUM),
          of(
              "report-initial-url",
              "always",
              "it is told to the page in whose window it was opened",
              EXPLAINER,
              r -> r.withTellsTheInitialUrl(ReportingProfiles.EXPLAINER.tellsTheInitialUrl())),
          // How it is written.
          Choice.standing("report-kind", "type", "the kind of a report stands in type", CHROMIUM),
          ofFormat(
              "report-kind",
              "violation",
              "it stands in violation",
              EXPLAINER,
              f -> f.withTypeMember("violation")),
          Choice.standing("report-types", "six", "there are six kinds of accesses", CHROMIUM),
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
          Choice.standing(
              "report-members", "shipped", "members are named as Chromium does", CHROMIUM),
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
          Choice.standing(
              "report-withheld", "empty", "a URL that is withheld is the empty string", CHROMIUM),
          ofFormat(
              "report-withheld",
              "null",
              "it is null",
              STANDARD,
              f -> f.withWithheld(ReportingProfiles.STANDARD.format().withheld())),
          Choice.standing(
              "report-policy",
              "lower-case",
              "effective policies are in lower case: same-origin-plus-coep",
              CHROMIUM),
          ofFormat(
              "report-policy",
              "as-written",
              "they are as the text spells values: same-origin-plus-COEP",
              STANDARD,
              f -> f.withPolicy(ReportingProfiles.STANDARD.format().policy())),
          Choice.standing(
              "report-other-window",
              "as-meant",
              "an access to a window that is neither opener nor openee has a report of its own",
              CHROMIUM),
          ofFormat(
              "report-other-window",
              "opened",
              "it is reported as one to a window that the page opened, as the text links it",
              STANDARD,
              f -> f.withWritesOtherWindowsAsOpened(true)),
          Choice.standing(
              "report-opened-values",
              "as-meant",
              "in reports of accesses by a window that the page opened each value stands at its own"
                  + " member",
              CHROMIUM),
          ofFormat(
              "report-opened-values",
              "shifted",
              "the property is at the place of nothing, and the effective policy at that of the"
                  + " property",
              STANDARD,
              f -> f.withShiftsValues(true)));

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
