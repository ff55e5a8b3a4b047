package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.Schemas;

class MutantsCommandTest {
  /** The branch of the popup check for same-origin-allow-popups: three are noticed, one survives. */
  private static final String PLACE =
      "BrowsingContextGroupSwitches.matchOpenerPolicyValues/other-variable/";

  @Example
  void what_is_noticed_is_told_with_the_row_and_its_scenario_and_what_survives_with_the_reason() {
    var run = CommandRun.of("mutants", "--of", PLACE);
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .containsPattern("noticed by a row  \\Q" + PLACE + "\\E\\d")
        .contains("      steps:\n")
        .containsPattern("same  \\Q" + PLACE + "\\E\\d")
        .containsPattern("total +\\d+ +\\d+ +\\d+ ")
        .contains("all of them explained");
  }

  @Example
  void two_workers_say_the_same_as_one_and_what_they_print_is_as_the_schema_says() {
    var one = CommandRun.of("mutants", "--of", PLACE, "--json", "--workers", "1").json();
    var two = CommandRun.of("mutants", "--of", PLACE, "--json", "--workers", "2").json();
    assertThat(one).isNotEmpty().isEqualTo(two);
    assertThat(Schemas.problems("mutants", one)).isEmpty();
    assertThat(Vector.ofAll(one).map(each -> each.get("noticed").asBoolean()))
        .contains(true, false);
    var broken = one.deepCopy();
    ((ObjectNode) broken.get(0)).remove("fate");
    assertThat(Schemas.problems("mutants", broken)).isNotEmpty();
  }

  @Example
  void mutants_are_listed_without_being_examined() {
    var all = CommandRun.of("mutants", "--list");
    assertThat(all.exitCode()).isEqualTo(0);
    assertThat(all.out().lines()).hasSizeGreaterThan(3_000);
    var some = CommandRun.of("mutants", "--list", "--of", "Navigation.traverse", "--one-in", "10");
    assertThat(some.out().lines())
        .hasSizeBetween(3, 20)
        .allMatch(line -> line.startsWith("Navigation.traverse"));
    assertThat(CommandRun.of("mutants", "--list-operators").out())
        .contains("step-removed", "cell-flipped");
  }

  @Example
  void every_mistake_of_a_command_line_is_named() {
    var run = CommandRun.of("mutants", "htlm", "--operator", "condition-ignore", "--one-in", "0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("htlm");
    var options = CommandRun.of("mutants", "--operator", "condition-ignore", "--one-in", "0");
    assertThat(options.exitCode()).isEqualTo(2);
    assertThat(options.err())
        .contains("did you mean \"condition-ignored\"?")
        .contains("--one-in: 0 is less than 1");
    assertThat(CommandRun.of("mutants", "--of", "Nobody").err())
        .contains("there is no such mutant");
  }
}
