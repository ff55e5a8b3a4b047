package org.coopcheck.counterexamples.conformance;

import io.vavr.collection.Vector;
import java.util.Locale;
import org.coopcheck.counterexamples.conformance.Exceptions.Deviation;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.HtmlStandard;

/** Prints {@code docs/conformance.md}. */
final class ConformancePage {
  private ConformancePage() {}

  static String print() {
    return """
        # Conformance: what tests and browsers say, and what the model does

        A row is a scenario with what a test expects of it, or with what a browser was seen to do.
        The rows are in `counterexamples/src/main/resources/conformance/`; each is a scenario of its
        own for `./coopcheck run`. No value in them comes from this project's code. Every build runs
        them all; what is not met is listed, with its reason, in `exceptions.yaml` next to them, and a
        row that is listed without need fails the build too. This page is printed by code, from the
        rows: `./mvnw test -Dcoopcheck.write=true` writes it.

        """
        + tests()
        + unmet()
        + text()
        + choices()
        + Row.BROWSERS.map(ConformancePage::browser).mkString("\n")
        + reports();
  }

  private static String tests() {
    var header =
        """
        ## Tests

        From [web-platform-tests](https://github.com/web-platform-tests/wpt) and Chromium's unit and
        browser tests. `meta.source` of a row names suite, file, subtest and revision.

        | feature | rows | of these from Chromium's own tests | met |
        | --- | --- | --- | --- |
        """;
    var lines =
        Row.FEATURES.map(
            feature ->
                count(feature, Row.OF_TESTS.filter(row -> row.file().equals("wpt/" + feature))));
    return header + lines.mkString() + count("total", Row.OF_TESTS) + "\n";
  }

  private static String count(String name, Vector<Row> rows) {
    int met = rows.count(row -> row.mismatches().isEmpty());
    return "| %s | %d | %d | %d |\n"
        .formatted(name, rows.size(), rows.count(Row::isOfChromium), met);
  }

  private static String unmet() {
    var header =
        """
        ### Not met

        """;
    return header
        + Exceptions.LISTED
            .rows()
            .map(
                each -> {
                  var row = row(Row.OF_TESTS, each.id());
                  return """
                      **%s**, from `%s`, %s

                      %s
                      Rule: <%s>.%s

                      """
                      .formatted(
                          each.id(),
                          row.json().at("/meta/source/path").asText(),
                          row.json().at("/meta/source/subtest").asText() + ":",
                          row.mismatches().map(mismatch -> "- `" + mismatch + "`\n").mkString()
                              + "\n"
                              + each.reason(),
                          each.rule(),
                          each.metWith()
                              .map(variant -> " Met with `--variant " + variant + "`.")
                              .getOrElse(""));
                })
            .mkString();
  }

  private static String text() {
    var header =
        """
        ## The text itself

        Steps that no test above is about, and that a slip in the model would otherwise pass by
        ([mutants.md](mutants.md)). Written by hand, from the text, or, where a variant is named, from
        that of a proposal; met are all.

        | row | what it says | step |
        | --- | --- | --- |
        """;
    return header
        + Row.OF_THE_TEXT
            .map(
                row ->
                    "| %s | [%s](%s) |\n"
                        .formatted(
                            named(row),
                            row.json().at("/meta/source/subtest").asText(),
                            row.json().at("/meta/source/path").asText()))
            .mkString()
        + "\n";
  }

  private static String named(Row row) {
    String named = row.scenario().scenario().title().replaceFirst(": ", " | ");
    String variant = row.variant().name();
    return variant.equals(HtmlStandard.VARIANT.name()) ? named : named + " (`" + variant + "`)";
  }

  private static String choices() {
    var header =
        """
        ## What the rows say about choices

        Where the standard's text and the engines part, a choice decides (`./coopcheck variants`). For
        each answer that is not the default: the rows above that it would no longer meet, and those
        that only it meets.

        | choice | no longer met | met in addition |
        | --- | --- | --- |
        """;
    return header + Choosing.ALL.map(ConformancePage::choosing).mkString() + "\n";
  }

  private static String choosing(Choosing choosing) {
    Choice choice = choosing.choice();
    return "| `%s` | %s | %s |\n"
        .formatted(choice.spelling(), few(choosing.lost()), few(choosing.won()));
  }

  /** How many, and the first few by name. */
  private static String few(Vector<Row> rows) {
    if (rows.isEmpty()) return "none";
    var named = rows.take(3).map(Row::id).mkString(", ");
    return rows.size() + ": " + named + (rows.size() > 3 ? ", ..." : "");
  }

  private static String browser(String browser) {
    var rows = Row.OF_BROWSERS.filter(row -> row.file().equals("browsers/" + browser));
    var unmet = rows.filter(row -> row.mismatches().nonEmpty());
    var deviations = Exceptions.LISTED.deviations().filter(each -> each.browser().equals(browser));
    return """
        ## %s %s

        %d rows, measured on 2026-11-20. The model does the same in %d; the other %d show %s:

        | deviation | what the browser does | rows | in other words |
        | --- | --- | --- | --- |
        """
            .formatted(
                browser.substring(0, 1).toUpperCase(Locale.ROOT) + browser.substring(1),
                rows.head().json().at("/meta/version").asText(),
                rows.size(),
                rows.size() - unmet.size(),
                unmet.size(),
                deviations.size() == 1 ? "a known deviation" : "known deviations")
        + deviations.map(ConformancePage::deviation).mkString();
  }

  private static String reports() {
    return """

        ## Reports of Chromium %s

        %d rows, measured on 2026-11-20: scenarios, and every report that was sent in them, member by member. The
        model sends the same in %d. Firefox sends none.

        | row | scenario | reports |
        | --- | --- | --- |
        """
            .formatted(
                Row.OF_REPORTS.head().json().at("/meta/version").asText(),
                Row.OF_REPORTS.size(),
                Row.OF_REPORTS.count(row -> row.mismatches().isEmpty()))
        + Row.OF_REPORTS.map(ConformancePage::report).mkString();
  }

  private static String report(Row row) {
    return "| %s | %s | %s |\n"
        .formatted(
            row.id(),
            row.scenario().scenario().title(),
            Vector.ofAll(row.json().at("/expect/reports"))
                .map(report -> report.at("/body/type").asText())
                .reject(String::isEmpty)
                .mkString(", "));
  }

  private static String deviation(Deviation deviation) {
    return "| %d | %s | %d | %s |\n"
        .formatted(
            deviation.number(),
            deviation.statement(),
            deviation.rows().size(),
            deviation
                .asIf()
                .map(asIf -> "the model meets them if they are changed: `" + asIf + "`")
                .getOrElse("nothing in the model says so"));
  }

  private static Row row(Vector<Row> rows, String id) {
    return rows.find(row -> row.id().equals(id)).get();
  }
}
