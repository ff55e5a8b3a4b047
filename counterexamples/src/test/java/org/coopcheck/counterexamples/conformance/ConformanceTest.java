package org.coopcheck.counterexamples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple1;
import org.coopcheck.counterexamples.conformance.Exceptions.Deviation;
import org.coopcheck.counterexamples.conformance.Exceptions.Unmet;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.schema.Schemas;
import org.coopcheck.model.variant.Variants;

class ConformanceTest {
  private static final Vector<Row> ALL =
      Row.OF_TESTS.appendAll(Row.OF_THE_TEXT).appendAll(Row.OF_BROWSERS).appendAll(Row.OF_REPORTS);

  /** Where the texts are that rows are written from: standards, then what proposes other rules. */
  private static final Vector<String> TEXTS =
      Vector.of(
          "https://html.spec.whatwg.org/multipage/",
          "https://fetch.spec.whatwg.org/#",
          "https://w3c.github.io/webappsec-",
          "https://wicg.github.io/anonymous-iframe/",
          "https://source.chromium.org/chromium/",
          "https://github.com/camillelamy/explainers/",
          "https://github.com/hemeryar/coi-with-popups",
          "https://github.com/hemeryar/explainers",
          "https://github.com/whatwg/html/issues/");

  @Data
  Iterable<Tuple1<String>> files() {
    return ALL.map(Row::file).distinct().map(Tuple::of);
  }

  @Property
  @FromData("files")
  void a_row_is_met_or_listed_with_the_reason_why_not(@ForAll String file) {
    var listed =
        Exceptions.LISTED
            .rows()
            .map(Unmet::id)
            .appendAll(Exceptions.LISTED.deviations().flatMap(Deviation::rows));
    assertThat(
            ALL.filter(row -> row.file().equals(file))
                .reject(row -> listed.contains(row.id()))
                .filter(row -> row.mismatches().nonEmpty())
                .map(row -> row.id() + ": " + row.mismatches().mkString("; ")))
        .isEmpty();
  }

  @Example
  void a_row_that_is_listed_is_really_not_met() {
    for (var unmet : Exceptions.LISTED.rows()) {
      assertThat(row(unmet.id()).mismatches()).as(unmet.id()).isNotEmpty();
    }
  }

  @Example
  void a_row_that_is_said_to_be_met_with_a_choice_is() {
    for (var unmet : Exceptions.LISTED.rows()) {
      for (var variant : unmet.metWith()) {
        var row = row(unmet.id());
        assertThat(row.mismatches(row.scenario().scenario(), Variants.parse(variant).get()))
            .as(unmet.id())
            .isEmpty();
      }
    }
  }

  @Example
  void the_model_meets_all_but_one_in_a_hundred_of_the_rows_of_tests() {
    int met = Row.OF_TESTS.count(row -> row.mismatches().isEmpty());
    assertThat(Row.OF_TESTS).hasSize(664);
    assertThat(met * 100).isGreaterThanOrEqualTo(Row.OF_TESTS.size() * 99);
  }

  @Example
  void every_known_deviation_of_a_browser_shows_and_explains_the_rows_that_it_is_listed_with() {
    for (var deviation : Exceptions.LISTED.deviations()) {
      assertThat(deviation.rows()).as(deviation.statement()).isNotEmpty();
      for (var id : deviation.rows()) {
        var row = row(id);
        assertThat(row.file()).isEqualTo("browsers/" + deviation.browser());
        assertThat(row.mismatches()).as(id).isNotEmpty();
        if (deviation.asIf().isDefined()) {
          assertThat(row.mismatches(deviation.asSeen(row.scenario().scenario()), row.variant()))
              .as(id + " as it reads to " + deviation.browser())
              .isEmpty();
        }
      }
    }
  }

  @Example
  void the_rows_of_both_browsers_are_about_the_same_scenarios() {
    var steps =
        Row.BROWSERS.map(
            browser ->
                Row.OF_BROWSERS
                    .filter(row -> row.file().equals("browsers/" + browser))
                    .map(row -> row.scenario().scenario()));
    assertThat(steps.get(0)).hasSize(126).isEqualTo(steps.get(1));
  }

  /** A row says which members a body has; that it has no others only this says. */
  @Example
  void a_report_has_the_members_that_chromium_gives_it_and_no_others() {
    assertThat(Row.OF_REPORTS).hasSize(18);
    for (var row : Row.OF_REPORTS) {
      assertThat(bodies(row.result().at("/reports")))
          .as(row.id())
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(bodies(row.json().at("/expect/reports")));
    }
  }

  private static Vector<JsonNode> bodies(JsonNode reports) {
    return Vector.ofAll(reports).filter(report -> report.has("body")).map(each -> each.get("body"));
  }

  @Example
  void each_row_has_a_name_of_its_own_and_says_where_it_comes_from() {
    assertThat(ALL.map(Row::id).distinct()).hasSameSizeAs(ALL).doesNotContain("");
    assertThat(Row.OF_TESTS)
        .allMatch(row -> !row.json().at("/meta/source/path").asText().isEmpty())
        .allMatch(row -> !row.json().at("/meta/source/rev").asText().isEmpty());
    assertThat(Row.OF_THE_TEXT)
        .allMatch(row -> TEXTS.exists(row.json().at("/meta/source/path").asText()::startsWith));
    assertThat(Row.OF_BROWSERS.appendAll(Row.OF_REPORTS))
        .allMatch(row -> !row.json().at("/meta/version").asText().isEmpty());
    assertThat(Row.OF_REPORTS)
        .allMatch(
            row -> row.json().at("/meta/source").asText().startsWith("browsers.md, section 3: "));
  }

  @Example
  void no_row_is_met_if_nothing_happens() {
    assertThat(ALL)
        .noneMatch(
            row ->
                row.mismatches(row.scenario().scenario().withSteps(Vector.empty()), row.variant())
                    .isEmpty());
  }

  @Property
  @FromData("files")
  void each_row_is_a_scenario_and_each_result_a_result_as_the_schemas_say(@ForAll String file) {
    var rows = ALL.filter(row -> row.file().equals(file));
    var results = JsonNodeFactory.instance.arrayNode();
    rows.map(Row::result).forEach(results::add);
    assertThat(Schemas.problems("result", results)).isEmpty();
    assertThat(rows.flatMap(row -> Schemas.problems("scenario", row.json()))).isEmpty();
  }

  @Example
  void each_row_reads_back_after_it_was_written() {
    assertThat(ALL.map(row -> row.scenario().scenario()))
        .allSatisfy(
            scenario ->
                assertThat(ScenarioFiles.read("row.yaml", ScenarioFiles.write(scenario)).get())
                    .singleElement()
                    .satisfies(read -> assertThat(read.scenario()).isEqualTo(scenario)));
  }

  /** {@code -Dcoopcheck.write=true} writes the page. */
  @Example
  void the_page_on_conformance_is_what_the_rows_say() throws IOException {
    String printed = ConformancePage.print();
    var page = ProjectFiles.path("docs/conformance.md");
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, printed);
    assertThat(page).exists();
    assertThat(Files.readString(page)).isEqualTo(printed);
  }

  private static Row row(String id) {
    return ALL.find(row -> row.id().equals(id)).get();
  }
}
