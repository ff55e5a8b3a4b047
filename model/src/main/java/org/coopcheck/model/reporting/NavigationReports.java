package org.coopcheck.model.reporting;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.report.Disposition;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.report.Reporter;
import org.coopcheck.model.report.Told;
import org.coopcheck.model.report.Told.Role;
import org.coopcheck.model.variant.Reporting;
import org.coopcheck.model.variant.ReportingQuestions.OtherUrl;
import org.coopcheck.model.variant.Rules;

/**
 * Reports of browsing context group switches.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-reporting">HTML</a>
 */
public final class NavigationReports {
  private NavigationReports() {}

  /**
   * From one document or response to the next.
   *
   * @param previous the document or response before
   * @param response the response
   * @param referrer the referrer of the request
   * @param isPreviousTheSource whether the one before started the navigation
   * @param cause the rule that asked for the switch
   */
  public record Passage(
      Reporter previous,
      Reporter response,
      Option<Url> referrer,
      boolean isPreviousTheSource,
      Rule cause) {}

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-violation-navigation-to">HTML</a>
   * @param passage what is navigated from where
   * @param disposition whether the switch happens
   * @param rules what the step goes by
   */
  public static void queueAViolationReportWhenNavigatingToACoopResponse(
      Passage passage, Disposition disposition, Rules rules) {
    var reporting = rules.variant().reporting();
    if (!isTold(passage.response, disposition, reporting)) return; // 1.
    rules
        .reports()
        .queue(
            () ->
                ReportBodies.report(
                    new ReportBodies.Matter(
                        ReportType.NAVIGATION_TO_RESPONSE,
                        disposition,
                        passage.response,
                        Option.none(),
                        Vector.of(
                            told(
                                new OtherUrl(
                                    Role.PREVIOUS, passage.response, passage.previous, false),
                                reporting),
                            new Told(Role.REFERRER, passage.referrer)),
                        passage.cause),
                    reporting)); // 2. to 7.
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#coop-violation-navigation-from">HTML</a>
   * @param passage what is navigated from where
   * @param disposition whether the switch happens
   * @param rules what the step goes by
   */
  public static void queueAViolationReportWhenNavigatingAwayFromACoopResponse(
      Passage passage, Disposition disposition, Rules rules) {
    var reporting = rules.variant().reporting();
    if (!isTold(passage.previous, disposition, reporting)) return; // 1.
    rules
        .reports()
        .queue(
            () ->
                ReportBodies.report(
                    new ReportBodies.Matter(
                        ReportType.NAVIGATION_FROM_RESPONSE,
                        disposition,
                        passage.previous,
                        Option.none(),
                        Vector.of(
                            told(
                                new OtherUrl(
                                    Role.NEXT,
                                    passage.previous,
                                    passage.response,
                                    passage.isPreviousTheSource),
                                reporting)),
                        passage.cause),
                    reporting)); // 2. to 5.
  }

  // NB: in the standard whoever has a policy has set it. Where proposals let a document inherit one
  // from another origin, Chromium tells neither; here too, so that nobody is told of strangers.
  private static boolean isTold(Reporter reporter, Disposition disposition, Reporting reporting) {
    return reporter.hasItsOwnPolicy()
        && ReportBodies.endpoint(reporter, disposition, reporting).isDefined();
  }

  static Told told(OtherUrl question, Reporting reporting) {
    return new Told(
        question.role(),
        Option.when(
            reporting.tellsTheUrl().apply(question), () -> sanitized(question.other().url())));
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#sanitize-url-report">HTML</a>
   */
  // NB: URLs of the model have no user name and no password.
  static Url sanitized(Url url) {
    return url.withoutFragment();
  }
}
