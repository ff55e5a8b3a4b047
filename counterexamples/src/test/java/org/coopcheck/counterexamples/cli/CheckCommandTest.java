package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.coopcheck.counterexamples.schema.Schemas;

class CheckCommandTest {
  private static final String[] SMALL = {
    "--redirects",
    "0",
    "--steps",
    "3",
    "--actions",
    "open,iframe",
    "--values",
    "unsafe-none,same-origin,same-origin-plus-coep"
  };

  private Path out = Path.of("");

  @BeforeTry
  void makeADirectory() throws IOException {
    out = Files.createTempDirectory("coopcheck-check");
  }

  @AfterTry
  void removeIt() throws IOException {
    try (var files = Files.walk(out)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private CommandRun check(String... arguments) {
    return CommandRun.of(
        Vector.of("check")
            .appendAll(Vector.of(arguments))
            .append("--out")
            .append(out.toString())
            .toJavaArray(String[]::new));
  }

  private CommandRun small(String... arguments) {
    return check(Vector.of(arguments).appendAll(Vector.of(SMALL)).toJavaArray(String[]::new));
  }

  private static Vector<JsonNode> json(CommandRun run) {
    return Vector.ofAll(run.json());
  }

  @Example
  void a_violation_is_explained_and_its_file_shows_it_again() {
    var run = small("html+naive", "--invariant", "permission-is-not-bypassed");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("P4  permission-is-not-bypassed  violated  in 3 steps")
        .contains("frame1 of https://b.example was not allowed cross-origin-isolated")
        .contains("bound 1: 2 windows, 1 iframe, 2 origins, 0 redirects, 3 steps")
        .contains("0 holds, 1 violated, 0 vacuous, 0 undecided");
    var file = out.resolve("html+naive").resolve("permission-is-not-bypassed.yaml");
    var again = CommandRun.of("run", file.toString(), "--invariant", "permission-is-not-bypassed");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.out()).contains("violated after step 3: permission-is-not-bypassed (P4)");
  }

  @Example
  void what_holds_is_never_said_without_its_bound() {
    var run = small("html", "--invariant", "permission-is-not-bypassed");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .containsPattern(
            "P4 +permission-is-not-bypassed +holds +within bound 1 \\([0-9,]+ worlds\\)");
    assertThat(out.toFile().list()).containsExactlyInAnyOrder("index.html", "junit.xml");
  }

  @Example
  void an_invariant_that_nothing_touched_is_vacuous() {
    var run = small("html", "--invariant", "report-only-is-inert");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("vacuous").contains("never reached that");
  }

  @Example
  void a_search_that_runs_out_of_memory_is_undecided() {
    var run = check("html", "--windows", "3", "--invariant", "B1", "--memory-limit", "1K");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("undecided out of memory after");
  }

  @Example
  void a_short_name_of_two_halves_asks_for_both() {
    assertThat(json(small("html", "--invariant", "B8", "--json")))
        .extracting(verdict -> verdict.get("invariant").asText())
        .containsExactly("only-its-own-popups", "not-its-own-opener");
  }

  @Example
  void the_json_is_as_its_schema_says_and_holds_the_scenario() {
    var verdicts = small("html+naive", "html", "--json");
    assertThat(Schemas.problems("check", verdicts.json())).isEmpty();
    var violated = json(verdicts).filter(each -> each.get("verdict").asText().equals("violated"));
    assertThat(violated).isNotEmpty();
    assertThat(violated)
        .allSatisfy(
            each -> {
              var counterexample = each.get("counterexample");
              assertThat(Schemas.problems("scenario", counterexample.get("scenario"))).isEmpty();
              assertThat(counterexample.get("scenario").get("steps"))
                  .hasSize(counterexample.get("steps").asInt());
            });
  }

  @Example
  void symmetry_changes_no_verdict_and_visits_fewer_worlds() {
    var with = json(small("html", "--json", "--symmetry", "on"));
    var without = json(small("html", "--json", "--symmetry", "off"));
    assertThat(without.map(each -> each.get("verdict")))
        .isEqualTo(with.map(each -> each.get("verdict")));
    assertThat(without.head().get("worlds").asInt())
        .isGreaterThan(with.head().get("worlds").asInt());
  }

  @Example
  void a_file_that_was_another_one_is_replaced_and_that_is_said() throws IOException {
    var file = out.resolve("html+naive").resolve("permission-is-not-bypassed.yaml");
    Files.createDirectories(out.resolve("html+naive"));
    Files.writeString(file, "mine");
    assertThat(small("html+naive", "--invariant", "P4").out()).contains("replaced: " + file);
    assertThat(small("html+naive", "--invariant", "P4").out()).doesNotContain("replaced");
  }

  /** The same without how long it took. */
  private static Vector<JsonNode> timeless(CommandRun run) {
    var verdicts = json(run);
    verdicts.forEach(verdict -> ((ObjectNode) verdict).remove("seconds"));
    return verdicts;
  }

  /** Random runs of ten steps. */
  private CommandRun drawn(String... arguments) {
    return check(
        Vector.of("html --engine random --tries 40 --redirects 0 --steps 10".split(" ", -1))
            .appendAll(Vector.of("--actions", "open,navigate,iframe,error"))
            .appendAll(Vector.of(arguments))
            .toJavaArray(String[]::new));
  }

  @Example
  void random_runs_find_violations_and_are_never_said_to_show_that_something_holds() {
    var run = drawn("--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Schemas.problems("check", run.json())).isEmpty();
    assertThat(json(run))
        .allSatisfy(
            verdict -> {
              assertThat(verdict.get("engine").asText()).isEqualTo("random");
              assertThat(verdict.get("verdict").asText()).isIn("violated", "undecided");
              assertThat(verdict.get("complete").asBoolean()).isFalse();
              assertThat(verdict.get("runs").asInt()).isEqualTo(40);
            })
        .anySatisfy(verdict -> assertThat(verdict.get("witnessReached").asBoolean()).isTrue());
    var again = drawn("--json");
    assertThat(timeless(again)).isEqualTo(timeless(run));
    var other = drawn("--json", "--seed", "5");
    assertThat(timeless(other)).isNotEqualTo(timeless(run));
  }

  @Example
  void random_runs_say_how_many_they_were_and_what_they_never_came_across() {
    var run = small("html", "--engine", "random", "--tries", "30", "--invariant", "B1");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern(
            "undecided not broken by 30 random runs \\([0-9]+ steps\\) within bound 1\n")
        .containsPattern("coverage \\(random\\): [0-9]+ of [0-9]+ answers of 23 rules; never:\n")
        .contains("whether the document of a history entry is still there: same document");
    var vain = small("html", "--engine", "random", "--tries", "5", "--invariant", "B7");
    assertThat(vain.out()).contains("none of which reached that");
  }

  @Example
  void the_counterexample_of_a_random_run_is_replayed_by_run() {
    assertThat(drawn("--invariant", "P1").out())
        .contains("violated  in 2 steps, found by random runs");
    var file = out.resolve("html").resolve("tainted-means-embeddable.yaml");
    assertThat(CommandRun.of("run", file.toString(), "--invariant", "P1").out())
        .contains("violated after step 2: tainted-means-embeddable (P1)");
  }

  @Example
  void all_engines_answer_side_by_side_and_one_that_says_holds_is_enough() {
    var run = small("html", "--engine", "all", "--tries", "20", "--invariant", "B1", "--json");
    assertThat(
            json(run).map(each -> each.get("engine").asText() + " " + each.get("verdict").asText()))
        .containsExactly("exhaustive holds", "random undecided", "solver holds");
    assertThat(Schemas.problems("check", run.json())).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
  }

  @Example
  void verdicts_stand_in_one_column_however_long_ids_are() {
    var run = small("html", "--frames", "0", "--invariant", "S004-2.1", "--invariant", "SAFE");
    assertThat(run.out())
        .containsPattern("\n  SAFE  report-urls-are-safe     (holds|vacuous) ")
        .containsPattern("\n  S004-2\\.1  report-monitors-2-1  (holds|vacuous) ");
  }

  @Example
  void what_compares_two_runs_shows_both() {
    String[] asked = {
      "html",
      "--invariant",
      "report-hides-where-popups-go",
      "--origins",
      "2",
      "--frames",
      "0",
      "--steps",
      "3"
    };
    var run = check(Vector.of(asked).append("--json").toJavaArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(Schemas.problems("check", run.json())).isEmpty();
    var counterexample = json(run).head().get("counterexample");
    assertThat(counterexample.get("other"))
        .isNotNull()
        .isNotEqualTo(counterexample.get("scenario"));
    assertThat(Schemas.problems("scenario", counterexample.get("other"))).isEmpty();
    assertThat(check(asked).out()).contains("told");
  }

  @Example
  void the_solver_says_what_no_step_can_break() {
    String[] asked = {
      "html",
      "--engine",
      "solver",
      "--steps",
      "unbounded",
      "--windows",
      "2",
      "--frames",
      "0",
      "--origins",
      "1",
      "--actions",
      "open,navigate",
      "--invariant",
      "B1"
    };
    assertThat(check(asked).out())
        .containsPattern(
            "B1 .* holds .* inductive within bound 1 \\(no step breaks it from any of");
    var json = check(Vector.of(asked).append("--json").toJavaArray(String[]::new));
    assertThat(Schemas.problems("check", json.json())).isEmpty();
    assertThat(json(json).head().get("inductive").asBoolean()).isTrue();
    assertThat(json.exitCode()).isEqualTo(0);
  }

  @Example
  void coverage_tells_what_rules_said_and_what_they_never_did() {
    var run = small("html", "--invariant", "B1", "--coverage", "--json");
    assertThat(Schemas.problems("check", run.json())).isEmpty();
    var rules = Vector.ofAll(json(run).head().get("coverage"));
    var switches =
        rules
            .find(each -> each.get("rule").asText().endsWith("group-switch-coop-value-popup"))
            .get();
    assertThat(switches.get("reached").get("stay").asInt()).isPositive();
    assertThat(switches.get("reached").get("switch").asInt()).isPositive();
    // The standard has no COOP groups.
    assertThat(Vector.ofAll(switches.get("never")).map(JsonNode::asText))
        .containsExactly("switch within the COOP group");
    // Nobody navigates a window that was there before, since no such step is offered.
    var others =
        rules.find(each -> each.get("rule").asText().endsWith("group-switch-coop-value")).get();
    assertThat(others.get("never")).hasSize(3);
    assertThat(small("html", "--invariant", "B1", "--coverage").out())
        .contains("coverage (exhaustive): ")
        .containsPattern("\n +never +restore\n");
    assertThat(small("html", "--invariant", "B1").out()).doesNotContain("coverage");
    assertThat(json(small("html", "--invariant", "B1", "--json")).head().has("coverage")).isFalse();
  }

  @Example
  void no_verdict_by_fingerprints_goes_without_its_odds() {
    var run = small("html", "--hash-compaction", "--json");
    assertThat(Schemas.problems("check", run.json())).isEmpty();
    var exact = json(small("html", "--json"));
    assertThat(json(run).map(each -> each.get("verdict").asText()))
        .isEqualTo(exact.map(each -> each.get("verdict").asText()))
        .contains("holds", "vacuous");
    for (JsonNode each : json(run)) {
      boolean isFound = each.get("verdict").asText().equals("violated");
      assertThat(each.has("missedWorldProbability")).isEqualTo(!isFound);
    }
    assertThat(exact).noneMatch(each -> each.has("missedWorldProbability"));
    var lines = Vector.of(small("html", "--hash-compaction").out().split("\n", -1));
    assertThat(lines.filter(line -> line.matches(".* (holds|vacuous) .*")))
        .isNotEmpty()
        .allMatch(line -> line.contains("a world was missed with a probability of at most"));
  }

  @Example
  void a_checkpoint_is_resumed_with_the_same_question_only() throws IOException {
    String there = out.resolve("checkpoint").toString();
    var begun = small("html", "--invariant", "B1", "--checkpoint", there, "--json");
    var resumed = small("html", "--invariant", "B1", "--resume", there, "--json");
    assertThat(json(resumed).head().get("worlds")).isEqualTo(json(begun).head().get("worlds"));
    assertThat(resumed.exitCode()).isEqualTo(begun.exitCode());
    var other = small("html", "--invariant", "B2", "--resume", there);
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .contains("answers another question", "there: invariants: one-policy-in-a-group")
        .doesNotContain("\tat ");
    assertThat(small("html", "--checkpoint", there).err()).contains("is there already");
    assertThat(small("html", "--resume", there + "s").err()).contains("there is no directory");
    assertThat(small("html", "--resume", there, "--checkpoint", there).err())
        .contains("a resumed search is written down anyway");
    assertThat(small("html", "--resume", there, "--engine", "random").err())
        .contains("only exhaustive searches can be resumed");
    assertThat(small("html", "--resume", there, "--coverage").err())
        .contains("only exhaustive searches can be resumed");
  }

  @Example
  void reductions_that_are_not_there_are_named() {
    var run = small("html", "--reduction", "dead-handles,unseen-part");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("\"unseen-part\" is not a reduction; did you mean \"unseen-parts\"?");
    var exact = json(small("html", "--invariant", "B1", "--reduction", "none", "--json"));
    var reduced = json(small("html", "--invariant", "B1", "--reduction", "all", "--json"));
    assertThat(exact.head().get("verdict")).isEqualTo(reduced.head().get("verdict"));
    assertThat(exact.head().get("worlds").asInt())
        .isGreaterThan(reduced.head().get("worlds").asInt());
  }

  @Example
  void the_number_of_workers_does_not_show() {
    var alone = small("html", "--workers", "1").out();
    assertThat(small("html", "--workers", "3").out()).isEqualTo(alone);
    assertThat(small("html", "--workers", "0").err())
        .contains("--workers: 0 is not a number from 1 to 1000");
  }

  @Example
  void engines_that_are_not_there_are_named() {
    assertThat(check("html", "--engine", "quantum").err())
        .contains("\"quantum\" is not an engine; there are exhaustive, random, solver, all");
    assertThat(check("html", "--engine", "random", "--tries", "0").err())
        .contains("--tries: 0 is not a number from 1 to");
    var claims = CommandRun.of("claims", "C35", "--engine", "random");
    assertThat(claims.exitCode()).isEqualTo(2);
    assertThat(claims.err()).contains("only check has a choice");
  }

  @Example
  void every_mistake_of_a_command_line_is_named() {
    var run = check("--values", "same-orign", "--time-limit", "soon");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("did you mean \"same-origin\"?")
        .contains("\"soon\" is not a duration");
    assertThat(check("htlm", "html,nmae=sticky").err())
        .contains("\"htlm\" is not a variant; did you mean \"html\"?")
        .contains("\"nmae\" is not a choice; did you mean \"name\"?");
    assertThat(check("--windows", "0", "--origins", "9").err())
        .contains("--windows: 0 is not a number from 1 to 9")
        .contains("--origins: 9 is not a number from 1 to 5");
  }

  @Example
  void the_words_for_kinds_of_steps_in_the_help_are_all_there_are() {
    assertThat(BoundOptions.KindsConverter.WORDS)
        .isEqualTo(
            Vector.of(org.coopcheck.properties.bound.StepKind.values())
                .map(org.coopcheck.properties.bound.StepKind::word)
                .mkString(", "));
  }
}
