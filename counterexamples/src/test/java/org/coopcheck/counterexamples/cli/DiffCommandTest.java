package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.schema.Schemas;

class DiffCommandTest {
  private static final String[] SMALL = {
    "--values", "unsafe-none,same-origin", "--actions", "open,about-blank,iframe"
  };
  private static final String LITERAL = "html,about-blank=literal";

  private Path out = Path.of("");

  @BeforeTry
  void makeADirectory() throws IOException {
    out = Files.createTempDirectory("coopcheck-diff");
  }

  @AfterTry
  void removeIt() throws IOException {
    try (var files = Files.walk(out)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  private CommandRun diff(String... arguments) {
    return CommandRun.of(
        Vector.of("diff")
            .appendAll(Vector.of(arguments))
            .append("--out")
            .append(out.toString())
            .toJavaArray(String[]::new));
  }

  private CommandRun small(String... arguments) {
    return diff(Vector.of(arguments).appendAll(Vector.of(SMALL)).toJavaArray(String[]::new));
  }

  @Example
  void a_difference_is_told_side_by_side_with_the_rule_that_decides_it() {
    var run = small("html", LITERAL);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("difference 1 in 2 steps")
        .contains("Step 2  window1 navigates itself to about:blank")
        .contains("https://a.example/  Cross-Origin-Opener-Policy: same-origin\n")
        .containsPattern("group +window1 +1 +2\n")
        .containsPattern("outcome +swap none +swap full\n")
        .contains("browsing-the-web.html#create-navigation-params-by-fetching")
        .contains("initiator is same origin with its top level true")
        .contains("html → same-origin\n")
        .contains(LITERAL + " → unsafe-none\n")
        .contains("1 cause of differences within the bound, and no more")
        .contains("bound: 2 windows, 1 iframe, 2 origins, 0 redirects, 3 steps");
  }

  @Example
  void the_file_shows_the_difference_again_under_each_variant() {
    var found = small("html", LITERAL, "--json").json().get(0);
    small("html", LITERAL);
    var file =
        out.resolve("diff")
            .resolve("html")
            .resolve(LITERAL)
            .resolve("1-create-navigation-params-by-fetching.yaml")
            .toString();
    assertThat(found.get("observable").asText()).isEqualTo("group");
    assertThat(found.get("differences").get(0).get("of").asText()).isEqualTo("window1");
    assertThat(groupOfTheFirstWindow(file, "html")).isEqualTo(found.get("a").asText());
    assertThat(groupOfTheFirstWindow(file, LITERAL)).isEqualTo(found.get("b").asText());
  }

  private static String groupOfTheFirstWindow(String file, String variant) {
    return CommandRun.of("run", file, "--json", "--variant", variant)
        .json()
        .at("/0/final/windows/window1/browsingContextGroup")
        .asText();
  }

  @Example
  void that_there_is_no_difference_is_said_with_the_bound() {
    var run = small("html", "html");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .contains("no difference within the bound")
        .containsPattern("bound: 2 windows, 1 iframe.*, 3 steps; .* \\([0-9,]+ pairs of worlds\\)");
    assertThat(small("html", "html", "--json").json()).isEmpty();
    assertThat(out).isEmptyDirectory();
  }

  @Example
  void what_is_not_asked_for_is_no_difference() {
    var all = small("html", LITERAL, "--json").json().get(0);
    var narrow = small("html", LITERAL, "--observable", "handle", "--json").json().get(0);
    assertThat(all.get("scenario").get("steps")).hasSize(2);
    assertThat(narrow.get("observable").asText()).isEqualTo("handle");
    assertThat(narrow.get("scenario").get("steps").size()).isGreaterThan(2);
    assertThat(small("html", LITERAL, "--observable", "error").exitCode()).isEqualTo(0);
  }

  @Example
  void a_search_that_has_enough_says_that_there_may_be_more() {
    var run = diff("html", LITERAL, "--actions", "open,about-blank", "--max-findings", "2");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("difference 2 in 2 steps")
        .doesNotContain("difference 3")
        .contains("2 causes of differences; there may be more: the search stopped there");
  }

  @Example
  void a_search_that_runs_out_of_memory_is_undecided() {
    var run = diff("html", "html", "--memory-limit", "1K");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("undecided: out of memory");
  }

  @Example
  void the_json_is_as_its_schema_says_and_the_same_each_time() {
    var run = small("html", "html+naive", "--json");
    assertThat(run.out()).isEqualTo(small("html", "html+naive", "--json").out());
    assertThat(run.json()).isNotEmpty();
    assertThat(Schemas.problems("diff", run.json())).isEmpty();
    assertThat(Vector.ofAll(run.json()).map(each -> each.get("cause").asText()))
        .doesNotHaveDuplicates();
    JsonNode more = run.json();
    ((ObjectNode) more.get(0).get("differences").get(0)).put("more", 1);
    assertThat(Schemas.problems("diff", more)).isNotEmpty();
  }

  @Example
  void quietly_each_cause_is_one_line() {
    var run = small("html", LITERAL, "--quiet");
    assertThat(run.out())
        .contains("difference 1 in 2 steps: create-navigation-params-by-fetching(")
        .contains("-> same-origin | unsafe-none")
        .doesNotContain("Step 1");
  }

  @Example
  void reports_are_compared_only_if_they_are_asked_for() {
    String[] bound = {
      "html",
      "html,reporting=standard",
      "--windows",
      "2",
      "--frames",
      "0",
      "--origins",
      "1",
      "--redirects",
      "0",
      "--steps",
      "2",
      "--values",
      "same-origin",
      "--actions",
      "open,report-only,report-endpoint"
    };
    assertThat(diff(bound).exitCode()).isEqualTo(0);
    var run =
        diff(Vector.of(bound).append("--observable").append("reports").toJavaArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("difference 1 in 2 steps").contains("navigation-");
  }

  @Example
  void every_mistake_of_a_command_line_is_named() {
    assertThat(diff("htlm", "html", "--max-findings", "0", "--windows", "0").err())
        .contains("\"htlm\" is not a variant; did you mean \"html\"?")
        .contains("--max-findings: 0 is less than 1")
        .contains("--windows: 0 is not a number from 1 to 9");
    var run = diff("html", "html", "--observable", "opner");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\"opner\" is not an observable; did you mean \"opener\"?");
    assertThat(diff("html").exitCode()).isEqualTo(2);
  }

  @Example
  void the_words_for_observables_in_the_help_are_all_there_are() {
    assertThat(DiffCommand.ObservableConverter.WORDS)
        .isEqualTo(Vector.of(Observable.values()).map(Observable::word).mkString(", "));
  }
}
