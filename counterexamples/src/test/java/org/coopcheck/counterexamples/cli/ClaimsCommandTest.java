package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.coopcheck.counterexamples.schema.Schemas;

class ClaimsCommandTest {
  private Path out = Path.of("");

  @BeforeTry
  void makeADirectory() throws IOException {
    out = Files.createTempDirectory("coopcheck-claims");
  }

  @AfterTry
  void removeIt() throws IOException {
    try (var files = Files.walk(out)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private CommandRun claims(String... arguments) {
    return CommandRun.of(
        Vector.of("claims")
            .appendAll(Vector.of(arguments))
            .append("--out")
            .append(out.toString())
            .toJavaArray(String[]::new));
  }

  private Vector<JsonNode> json(String... arguments) {
    var run = claims(Vector.of(arguments).append("--json").toJavaArray(String[]::new));
    assertThat(Schemas.problems("claims", run.json())).isEmpty();
    return Vector.ofAll(run.json());
  }

  private static Vector<String> texts(Vector<JsonNode> rows, String member) {
    return rows.map(row -> row.get(member).asText());
  }

  @Example
  void what_holds_is_said_with_its_bound() {
    var run = claims("C07");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .containsPattern("C07 +html +neither +1 +holds +holds +matches")
        .containsPattern("C07 +html +pages +1 +holds +holds +matches")
        .contains("bound 1: 2 windows, 1 iframe, 2 origins, 0 redirects, 3 steps; unsafe-none;")
        .contains("1 claims: 2 predictions match, 0 differ; 0 not modelled yet, 0 assumptions");
    assertThat(out.toFile().list()).containsExactlyInAnyOrder("index.html", "junit.xml");
  }

  @Example
  void what_is_violated_is_shown_by_a_smallest_run() {
    var rows = json("C07b");
    assertThat(texts(rows, "verdict")).containsExactly("violated");
    assertThat(rows.head().get("matches").asBoolean()).isTrue();
    assertThat(rows.head().get("scenario").get("steps")).hasSize(3);
    assertThat(Schemas.problems("scenario", rows.head().get("scenario"))).isEmpty();
  }

  @Example
  void what_is_permitted_is_reached_by_a_run_that_is_written_down_and_runs() {
    var run = claims("C29", "--values", "unsafe-none,restrict-properties");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .containsPattern("restrict-properties\\+own-group +all +1 +permitted +permitted");
    var file = out.resolve("claims").resolve("C29-3.yaml");
    assertThat(CommandRun.of("run", file.toString()).out()).contains("frame1 → window2");
  }

  @Example
  void what_is_not_reached_is_refuted_and_what_says_nothing_is_vacuous() {
    var rows = json("C09", "--windows", "1");
    assertThat(texts(rows, "verdict")).containsOnly("refuted", "vacuous");
    assertThat(rows).noneMatch(row -> row.get("matches").asBoolean());
    var vacuous = claims("C32", "--frames", "0");
    assertThat(vacuous.exitCode()).isEqualTo(3);
    assertThat(vacuous.out()).containsPattern("holds +vacuous +differs");
  }

  @Example
  void a_claim_that_is_wrong_is_explained_and_ends_with_1() {
    var run = claims("C62", "--quiet");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("C62 +html +all +1 +holds +violated +differs")
        .contains("C62: A page's COOP is enforced on all its frames.")
        .contains("expected holds under html, but: violated")
        .contains("coopcheck run " + out.resolve("claims").resolve("C62-1.yaml"))
        .contains("2 predictions match, 1 differ");
  }

  @Example
  void what_is_not_modelled_has_no_verdict_and_no_bound() {
    var rows = json("C46", "c90").reject(row -> row.get("verdict").asText().equals("holds"));
    assertThat(texts(rows, "verdict")).containsExactly("not modelled yet", "assumption");
    assertThat(texts(rows, "expected")).containsExactly("violated", "assumption");
    assertThat(rows).allMatch(row -> row.get("bound").isNull() && row.get("scenario").isNull());
    assertThat(claims("C46").exitCode()).isEqualTo(0);
  }

  @Example
  void claims_of_one_invariant_can_be_asked_for() {
    var rows = json("--invariant", "I7", "--steps", "3");
    assertThat(texts(rows, "id").distinct()).containsExactly("C33", "C34", "C40", "C48");
  }

  @Example
  void out_of_memory_is_undecided() {
    var run = claims("C36", "--memory-limit", "1K");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).containsPattern("holds +undecided +differs");
  }

  @Example
  void every_mistake_of_a_command_line_is_named() {
    var run = claims("C7b", "X");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("\"C7b\" is not a claim; did you mean \"C07b\"?")
        .contains("\"X\"");
    assertThat(claims("--windows", "0").err()).contains("--windows: 0 is not a number from 1 to 9");
  }
}
