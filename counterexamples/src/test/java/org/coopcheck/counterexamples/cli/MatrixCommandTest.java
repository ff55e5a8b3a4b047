package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import net.jqwik.api.Example;

class MatrixCommandTest {
  /** Section 3.4 of the digest of the standard, and the same two for report-only values. */
  private static final String CSV =
      """
      table,active,unsafe-none,same-origin-allow-popups,same-origin,same-origin-plus-coep,noopener-allow-popups
      popup,unsafe-none,-,X,X,X,X
      popup,same-origin-allow-popups,-,=o,X,X,X
      popup,same-origin,X,X,=o,X,X
      popup,same-origin-plus-coep,X,X,X,=o,X
      popup,noopener-allow-popups,-,X,X,X,X
      navigation,unsafe-none,-,X,X,X,X
      navigation,same-origin-allow-popups,X,=o,X,X,X
      navigation,same-origin,X,X,=o,X,X
      navigation,same-origin-plus-coep,X,X,X,=o,X
      navigation,noopener-allow-popups,X,X,X,X,=o
      report-only-popup,unsafe-none,-,X,X,X,X
      report-only-popup,same-origin-allow-popups,-,=o,X,X,X
      report-only-popup,same-origin,X,X,=o,X,X
      report-only-popup,same-origin-plus-coep,X,X,X,=o,X
      report-only-popup,noopener-allow-popups,-,X,X,X,X
      report-only-navigation,unsafe-none,-,X,X,X,X
      report-only-navigation,same-origin-allow-popups,X,=o,X,X,X
      report-only-navigation,same-origin,X,X,=o,X,X
      report-only-navigation,same-origin-plus-coep,X,X,X,=o,X
      report-only-navigation,noopener-allow-popups,X,X,X,X,=o
      """;

  @Example
  void the_standard_decides_as_the_tables_written_by_hand_say() {
    var run = CommandRun.of("matrix", "html", "--format", "csv");
    assertThat(run.out()).isEqualTo(CSV);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
  }

  @Example
  void the_standard_is_asked_if_nobody_else_is() {
    assertThat(CommandRun.of("matrix", "--format", "csv").out()).isEqualTo(CSV);
  }

  @Example
  void a_choice_changes_the_cell_that_it_is_about_and_no_other() {
    var run = CommandRun.of("matrix", "html,nap-to-unsafe-none=stay", "--format", "csv");
    assertThat(changedLines(run))
        .containsExactly(
            "navigation,noopener-allow-popups,-,X,X,X,=o",
            "report-only-navigation,noopener-allow-popups,-,X,X,X,=o");
  }

  @Example
  void a_value_that_a_variant_does_not_read_from_report_only_headers_is_as_good_as_none() {
    var run = CommandRun.of("matrix", "html,nap-report-only=ignore", "--format", "csv");
    assertThat(changedLines(run))
        .containsExactly(
            "report-only-popup,unsafe-none,-,X,X,X,-",
            "report-only-popup,same-origin-allow-popups,-,=o,X,X,-",
            "report-only-popup,noopener-allow-popups,-,X,X,X,-",
            "report-only-navigation,unsafe-none,-,X,X,X,-",
            "report-only-navigation,noopener-allow-popups,-,X,X,X,-");
  }

  private static Vector<String> changedLines(CommandRun run) {
    return Vector.ofAll(run.out().lines()).removeAll(Vector.ofAll(CSV.lines()));
  }

  @Example
  void people_read_a_table_with_a_legend() {
    assertThat(CommandRun.of("matrix").out())
        .contains(
            """
            Popup: the first navigation away from the initial about:blank
                                                    same-origin-                same-origin-  noopener-
            active \\ response         unsafe-none   allow-popups  same-origin   plus-coep     allow-popups
            unsafe-none               -             X             X             X             X
            same-origin-allow-popups  -             =o            X             X             X
            same-origin               X             X             =o            X             X
            same-origin-plus-coep     X             X             X             =o            X
            noopener-allow-popups     -             X             X             X             X

            Ordinary navigation of a window
            """)
        .endsWith(
            """
            -  stays in the browsing context group
            =o stays only if both are same origin
            X  switches to another browsing context group
            """);
  }

  @Example
  void markdown_has_one_table_per_heading() {
    var out = CommandRun.of("matrix", "--format", "markdown").out();
    assertThat(out)
        .contains(
            """

            ### Ordinary navigation of a window

            | active \\ response | `unsafe-none` | `same-origin-allow-popups` | `same-origin` | `same-origin-plus-coep` | `noopener-allow-popups` |
            |---|---|---|---|---|---|
            | `unsafe-none` | `-` | `X` | `X` | `X` | `X` |
            | `same-origin-allow-popups` | `X` | `=o` | `X` | `X` | `X` |
            """);
    assertThat(out.lines().filter(line -> line.startsWith("### "))).hasSize(4);
  }

  @Example
  void json_tells_the_answers_apart_that_a_symbol_takes_together() {
    var json = CommandRun.of("matrix", "--format", "json").json();
    assertThat(json.get("variant").asText()).isEqualTo("html");
    var cells = Vector.ofAll(json.at("/tables/0/cells"));
    assertThat(cells).hasSize(25);
    assertThat(cells.find(MatrixCommandTest::isOfSameOrigin).get())
        .isEqualTo(
            CommandRun.json(
                """
                {"active": "same-origin", "response": "same-origin", "cell": "=o",
                 "sameOrigin": "none", "crossOrigin": "full"}
                """));
    assertThat(CommandRun.of("matrix", "--json").json()).isEqualTo(json);
  }

  private static boolean isOfSameOrigin(JsonNode cell) {
    return cell.get("active").asText().equals("same-origin")
        && cell.get("response").asText().equals("same-origin");
  }
}
