package org.coopcheck.counterexamples.observation;

import org.coopcheck.model.report.Report;

/** A report in one line. */
public final class ReportText {
  private ReportText() {}

  /** The report with its body, and to whom it goes. */
  public static String of(Report report) {
    return "%s of %s to %s: %s"
        .formatted(report.type(), report.url(), recipient(report), body(report));
  }

  /** To whom it goes, if to anybody. */
  public static String recipient(Report report) {
    return report
        .endpoint()
        .map(
            name ->
                report
                    .endpointUrl()
                    .map(url -> "%s (%s)".formatted(name, url))
                    .getOrElse(() -> name + ", which nothing declares: lost"))
        .getOrElse("no endpoint: lost");
  }

  private static String body(Report report) {
    return report
        .body()
        .map(
            member -> member._1 + " " + member._2.map(value -> '"' + value + '"').getOrElse("null"))
        .mkString(", ");
  }
}
