package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import picocli.CommandLine;

class BenchCommandTest {
  private record Ran(int exitCode, String out, String err) {
    JsonNode json() throws JsonProcessingException {
      return new ObjectMapper().readTree(out);
    }
  }

  @Example
  void all_states_of_three_windows_hold() throws JsonProcessingException {
    Ran ran = run("--windows 3 --json");
    assertThat(ran.exitCode()).isEqualTo(0);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.json().get("distinct").asInt()).isEqualTo(15_519);
    assertThat(ran.json().get("transitions").asInt()).isEqualTo(409_015);
    assertThat(ran.json().get("verdict").asText()).isEqualTo("holds");
    assertThat(ran.json().get("steps").isNull()).isTrue();
    assertThat(ran.json().get("complete").asBoolean()).isTrue();
    assertThat(ran.json().get("seconds").isNumber()).isTrue();
  }

  @Example
  void the_solver_needs_no_states() throws JsonProcessingException {
    Ran ran = run("--windows 3 --engine solver --steps 8 --json");
    assertThat(ran.exitCode()).isEqualTo(0);
    assertThat(ran.json().get("engine").asText()).isEqualTo("solver");
    assertThat(ran.json().get("verdict").asText()).isEqualTo("holds");
    assertThat(ran.json().get("complete").asBoolean()).isTrue();
    assertThat(ran.json().get("distinct").asInt()).isZero();
    Ran bug = run("--windows 3 --engine solver --bug 3");
    assertThat(bug.exitCode()).isEqualTo(1);
    assertThat(bug.out()).contains("violated: isolated in 3 steps");
  }

  @Example
  void a_bug_is_reported_with_its_counterexample() throws JsonProcessingException {
    Ran ran = run("--windows 4 --symmetry on --bug 2 --json");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.json().get("verdict").asText()).isEqualTo("violated");
    assertThat(ran.json().get("property").asText()).isEqualTo("isolated");
    assertThat(ran.json().get("steps").asInt()).isEqualTo(3);
    assertThat(ran.json().get("counterexample")).hasSize(3);
  }

  @Example
  void a_target_that_is_reached_is_a_finding() throws JsonProcessingException {
    Ran ran = run("--windows 3 --target full-split --engine exhaustive --workers 1 --json");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.json().get("verdict").asText()).isEqualTo("reached");
    assertThat(ran.json().get("steps").asInt()).isEqualTo(5);
    assertThat(ran.json().get("target").asText()).isEqualTo("full-split");
  }

  @Example
  void within_a_bound_on_steps_nothing_is_claimed_beyond() throws JsonProcessingException {
    Ran ran = run("--windows 3 --target full-split --steps 4 --json");
    assertThat(ran.exitCode()).isEqualTo(0);
    assertThat(ran.json().get("verdict").asText()).isEqualTo("unreached");
    assertThat(ran.json().get("complete").asBoolean()).isFalse();
    assertThat(ran.json().get("bound").get("steps").asInt()).isEqualTo(4);
  }

  @Example
  void people_read_the_run_line_by_line() {
    Ran ran = run("--windows 2 --bug 1");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out())
        .matches(
            Pattern.compile(
                """
                core world: 2 windows, symmetry off, bug 1, any number of steps
                violated: isolated in 2 steps
                  1\\. window 0 is navigated to origin 0 with same-origin-plus-coep
                  2\\. window 0 opens a popup of origin 1
                \\d+ distinct states, \\d+ transitions, depth 2, \\d\\.\\d\\d s
                """));
  }

  @Example
  void the_number_of_workers_does_not_show() throws JsonProcessingException {
    for (String what : List.of("--windows 3", "--windows 4 --bug 3 --symmetry on")) {
      Ran alone = run(what + " --workers 1 --json");
      Ran together = run(what + " --workers 3 --json");
      assertThat(withoutSeconds(together)).isEqualTo(withoutSeconds(alone));
    }
  }

  private static JsonNode withoutSeconds(Ran ran) throws JsonProcessingException {
    return ((ObjectNode) ran.json()).without("seconds");
  }

  @Example
  void memory_is_stated() throws JsonProcessingException {
    var json = run("--windows 3 --json").json();
    double bytes = json.get("visitedBytes").asDouble();
    assertThat(json.get("bytesPerState").asDouble()).isCloseTo(bytes / 15_519, within(0.1));
    assertThat(json.get("bytesPerState").asDouble()).isBetween(4.0 + 8, 100.0);
  }

  @Example
  void what_holds_by_fingerprints_holds_with_the_odds_of_a_missed_state()
      throws JsonProcessingException {
    var json = run("--windows 3 --hash-compaction --json").json();
    assertThat(json.get("distinct").asInt()).isEqualTo(15_519);
    // 15519 * 15518 / 2 pairs, and 2 to the power of 64 fingerprints
    assertThat(json.get("missedWorldProbability").asDouble()).isBetween(6.5e-12, 6.6e-12);
    assertThat(run("--windows 3 --json").json().get("missedWorldProbability").isNull()).isTrue();
    assertThat(run("--windows 3 --hash-compaction").out())
        .contains(
            "holds; by fingerprints: a world was missed with a probability of at most 6.5e-12\n");
  }

  @Data
  Iterable<Tuple2<String, String>> badInput() {
    return Table.of( // options, in the message
        Tuple.of("", "--windows"),
        Tuple.of("--windows 0", "expected 1 to 6"),
        Tuple.of("--windows 7", "expected 1 to 6"),
        Tuple.of("--windows three", "three"),
        Tuple.of("--windows 3 --bug 4", "expected 0 to 3"),
        Tuple.of("--windows 3 --symmetry maybe", "expected on or off"),
        Tuple.of("--windows 3 --target moon", "expected isolated or full-split"),
        Tuple.of("--windows 3 --steps -1", "expected a number or unbounded"),
        Tuple.of("--windows 3 --engine magic", "expected exhaustive or solver"),
        Tuple.of("--windows 3 --workers 1001", "expected 1 to 1000"),
        Tuple.of("--windows 3 --workers 0", "expected 1 to 1000"));
  }

  @Property
  @FromData("badInput")
  void bad_input_is_refused_in_words(@ForAll String options, @ForAll String message) {
    Ran ran = run(options);
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(message).doesNotContain("\tat ");
  }

  private static Ran run(String options) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] args = ("core " + options).trim().split(" ");
    int exitCode =
        new CommandLine(new BenchCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
