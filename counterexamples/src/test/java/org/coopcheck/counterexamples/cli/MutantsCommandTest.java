package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.Schemas;

class MutantsCommandTest {
  private static final String PLACE = "HtmlStandard.noopenerRule/condition-negated/";

  @Example
  void what_is_noticed_is_told_with_the_row_its_scenario_and_the_score() {
    var run = CommandRun.of("mutants", "--of", PLACE, "--workers", "1");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .contains("noticed by a row  " + PLACE + "1  line ")
        .containsPattern("    iframe-popup-\\d+: ")
        .contains("      steps:\n")
        .containsPattern("total +3 +3 +3 +0 +100 % +0 +0\n")
        .contains("3 mutants, 3 noticed, 0 noticed elsewhere, 0 not reached, 0 survive");
  }

  @Example
  void two_workers_say_the_same_as_one_and_what_they_print_is_as_the_schema_says() {
    var one = CommandRun.of("mutants", "--of", PLACE, "--json", "--workers", "1").json();
    var two = CommandRun.of("mutants", "--of", PLACE, "--json", "--workers", "2").json();
    assertThat(one).hasSize(3);
    assertThat(two).isEqualTo(one);
    assertThat(Schemas.problems("mutants", one)).isEmpty();
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
