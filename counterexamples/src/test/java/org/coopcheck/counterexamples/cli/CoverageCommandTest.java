package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.schema.Schemas;

class CoverageCommandTest {
  private static final String[] SMALL = {
    "--search", "--steps", "3", "--redirects", "0", "--values", "unsafe-none,same-origin"
  };

  private Path out = Path.of("");

  @BeforeTry
  void makeADirectory() throws IOException {
    out = Files.createTempDirectory("coopcheck-coverage");
  }

  @AfterTry
  void removeIt() throws IOException {
    try (var files = Files.walk(out)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  private CommandRun coverage(String... arguments) {
    return CommandRun.of(
        Vector.of("coverage")
            .appendAll(Vector.of(arguments))
            .append("--out")
            .append(out.toString())
            .toJavaArray(String[]::new));
  }

  private CommandRun search(String... arguments) {
    return coverage(Vector.of(SMALL).appendAll(Vector.of(arguments)).toJavaArray(String[]::new));
  }

  private static String finding(String name) {
    return ProjectFiles.path("docs/findings/report-only-" + name + ".yaml").toString();
  }

  @Example
  void a_silent_breakage_is_told_side_by_side_with_the_rule_and_the_reason() {
    var run = coverage(finding("misses-the-window-of-a-frame"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("enforcing Cross-Origin-Opener-Policy-Report-Only: same-origin; report-to=\"e\"")
        .contains("1 breakage, 1 silent")
        .contains("Step 3  pay opens bank with window.open(\"https://bank.example/\")")
        .contains("report-only  window.open() returned the window\n")
        .contains("enforced     window.open() returned null: it has no opener\n")
        .contains("new window → new window without an opener")
        .contains("document-sequences.html#the-rules-for-choosing-a-navigable")
        .contains("silent: report-only policies are tried on switches");
  }

  @Example
  void a_report_of_the_navigation_is_told_from_silence_and_from_a_report_of_the_access() {
    var run = coverage(finding("misses-a-redirect"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("1 breakage, none of them silent")
        .contains("partly reported: only a report of the navigation")
        .contains("navigation-to-response of https://login.example/start to e")
        .contains("the header is that of a redirect");
    assertThat(coverage("--quiet", finding("misses-a-redirect")).out()).doesNotContain("breakage");
  }

  @Example
  void the_variant_on_the_command_line_wins() {
    var run =
        coverage("--variant", "html,noopener-rule=off", finding("misses-the-window-of-a-frame"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("variant html,noopener-rule=off").contains("breaks nothing");
  }

  @Example
  void what_is_printed_as_json_is_as_the_schema_says() {
    var printed =
        coverage("--json", finding("misses-the-window-of-a-frame"), finding("misses-a-redirect"))
            .json();
    assertThat(Schemas.problems("coverage", printed)).isEmpty();
    assertThat(texts(printed, "/breakages/0/announcement/by"))
        .containsExactly("silent", "navigation");
    assertThat(texts(printed, "/breakages/0/guide")).containsExactly("G1", "G2");
    assertThat(texts(printed, "/breakages/0/announcement/reports/0/body/type"))
        .containsExactly("", "navigation-to-response");
  }

  private static Vector<String> texts(JsonNode list, String pointer) {
    return Vector.ofAll(list).map(each -> each.at(pointer).asText());
  }

  @Example
  void a_search_prints_the_smallest_scenario_of_each_cause_and_the_schema_knows_it() {
    var run = search("--json");
    assertThat(run.exitCode()).isEqualTo(1);
    var printed = run.json();
    assertThat(Schemas.problems("coverage", printed)).isEmpty();
    var breakages = Vector.ofAll(printed.at("/0/breakages"));
    assertThat(breakages.map(each -> each.at("/guide").asText())).contains("G1", "G3");
    assertThat(breakages.map(each -> each.at("/scenario/steps").size())).allMatch(n -> n == 3);
    assertThat(printed.at("/0/bound/steps").asInt()).isEqualTo(3);
    assertThat(printed.at("/0/complete").asBoolean()).isTrue();
  }

  @Example
  void the_files_that_a_search_writes_show_what_it_tells() throws IOException {
    var run = search();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("breakage 1: ")
        .contains("the rollout guide's G1, windows that iframes open")
        .contains("2 silent")
        .contains("no false alarm")
        .contains("variant html, bound: 2 windows, 1 iframe, 2 origins, 0 redirects, 3 steps");
    var files = out.resolve("coverage").resolve("html");
    var found = files.resolve("1-silent.yaml").toString();
    assertThat(run.out()).contains("coopcheck run " + found);
    assertThat(coverage(found).out()).contains("1 breakage, 1 silent");
    assertThat(coverage(files.resolve("1-silent-enforced.yaml").toString()).out())
        .contains("no response has a report-only header");
  }

  @Example
  void where_nothing_can_break_the_exit_code_says_so() {
    var run = search("--actions", "open,navigate,report-only,report-endpoint,access");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("0 silent");
  }

  @Example
  void what_cannot_be_read_is_refused_as_run_refuses_it() {
    var bad = CommandRun.file(".yaml", "coopcheck: 1\nsteps: [{opne: a, by: b}]\n");
    var run = coverage(bad);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualTo(CommandRun.of("run", bad).err());
    assertThat(coverage().exitCode()).isEqualTo(2);
    assertThat(coverage().err()).contains("coverage wants either scenario files or --search");
    assertThat(coverage("--search", bad).exitCode()).isEqualTo(2);
  }
}
