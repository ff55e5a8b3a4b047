package org.coopcheck.counterexamples.report.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.report.text.Picture.Detail;
import org.coopcheck.model.report.Report;

/** Who is told what, in words. */
public final class ReportWords {
  private static final int LONGEST_VALUE = 300;
  private static final int LONGEST_BODY = 2_000;

  private ReportWords() {}

  /** The report: to whom it goes, what it tells, and a warning if nobody gets it. */
  static Vector<Line> of(Report report, Detail detail) {
    return Vector.of(Line.of(addressed(report)))
        .appendAll(warning(report).map(text -> Line.of(Tone.DOUBTFUL, text).indented(2)))
        .append(
            Line.of(Tone.FAINT, detail == Detail.FULL ? "body " + body(report) : members(report))
                .indented(2));
  }

  /** The report in one sentence, without the warning. */
  public static String sentence(Report report) {
    return addressed(report) + "; " + members(report);
  }

  /** That nobody gets it, and what to do about it; none if somebody does. */
  public static Option<String> warning(Report report) {
    return Option.when(
        !report.isDelivered(),
        () ->
            report
                .endpoint()
                .map(
                    name ->
                        ("lost: nothing declares the endpoint %s; the response of %s needs"
                                + " Reporting-Endpoints: %s=\"https://...\"")
                            .formatted(clipped(name), clipped(report.url()), clipped(name)))
                .getOrElse(() -> "lost: %s names no endpoint".formatted(clipped(report.url()))));
  }

  private static String addressed(Report report) {
    return "%s (%s) to %s of %s"
            .formatted(
                report.type(),
                report.disposition(),
                report.endpoint().map(name -> "endpoint " + clipped(name)).getOrElse("no endpoint"),
                clipped(report.url()))
        + report.endpointUrl().map(url -> ", at " + clipped(url)).getOrElse("");
  }

  /** The body without what the first line says. */
  private static String members(Report report) {
    return report
        .body()
        .filterKeys(name -> !name.equals("disposition"))
        .filterValues(value -> !value.contains(report.type().token()))
        .map(
            member ->
                clipped(member._1)
                    + " "
                    + member
                        ._2
                        .map(value -> value.isEmpty() ? "\"\"" : clipped(value))
                        .getOrElse("null"))
        .mkString(", ");
  }

  private static String body(Report report) {
    var json = JsonNodeFactory.instance.objectNode();
    report.body().forEach((name, value) -> json.put(name, value.getOrNull()));
    return Visible.clipped(json.toString(), LONGEST_BODY);
  }

  private static String clipped(Object value) {
    return Visible.clipped(value.toString(), LONGEST_VALUE);
  }
}
