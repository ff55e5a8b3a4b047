package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

class ListCommandsTest {

  @Example
  void variants_lists_every_name_and_every_choice_in_a_line_of_its_own() {
    var out = CommandRun.of("variants").out();
    for (String name : Variants.named().map(Variant::name)) {
      assertThat(out.lines()).anyMatch(line -> line.startsWith(name + "  "));
    }
    for (Choice choice : Choices.ALL) {
      assertThat(out.lines().filter(line -> line.startsWith("  " + choice.spelling() + " ")))
          .hasSize(1)
          .allMatch(line -> line.contains("(default)") == choice.isDefault());
    }
  }

  @Example
  void a_variant_with_choices_is_shown_with_the_choices_that_it_took() {
    var out = CommandRun.of("variants", "html,name=sticky").out();
    assertThat(out)
        .startsWith("html,name=sticky\nThe HTML Standard;")
        .contains("\nHTML Standard: https://html.spec.whatwg.org/multipage/browsers.html#")
        .contains("\n* name=sticky  a window never loses its name\n")
        .contains("\n  name=clear-on-switch (default)  ")
        .contains("\n* blob=inherit (default)  ")
        .contains("\n    whatwg/html#6552: https://github.com/whatwg/html/issues/6552\n");
    assertThat(out.lines().filter(line -> line.startsWith("* "))).hasSize(questions().size());
  }

  @Example
  void variants_are_listed_as_json_too() {
    var json = CommandRun.of("variants", "--json").json();
    assertThat(Vector.ofAll(json.get("variants")).map(each -> each.get("name").asText()))
        .isEqualTo(Variants.named().map(Variant::name));
    assertThat(json.get("choices")).hasSameSizeAs(Choices.ALL);
    var one = CommandRun.of("variants", "html,name=sticky", "--json").json();
    assertThat(one.get("name").asText()).isEqualTo("html,name=sticky");
    assertThat(
            Vector.ofAll(one.get("choices"))
                .filter(each -> each.get("taken").asBoolean())
                .map(each -> each.get("key").asText()))
        .isEqualTo(questions());
  }

  private static Vector<String> questions() {
    return Choices.ALL.map(Choice::key).distinct();
  }

  @Example
  void the_cells_that_a_variant_took_are_shown_among_its_choices() {
    var cell = "popup-table=same-origin/unsafe-none/cross-origin/none";
    var out = CommandRun.of("variants", "html," + cell).out();
    assertThat(out.lines().filter(line -> line.contains("popup-table="))).hasSize(2);
    assertThat(out).contains("\n* " + cell + "  a response in a window with its initial");
    var json = CommandRun.of("variants", "html," + cell, "--json").json();
    assertThat(Vector.ofAll(json.get("choices")).last().get("taken").asBoolean()).isTrue();
  }

  @Example
  void choices_are_listed_by_question_with_the_answer_that_stands_and_its_anchor() {
    var out = CommandRun.of("variants", "--choices").out();
    for (Choice choice : Choices.ALL) {
      assertThat(out)
          .contains("\n" + (choice.isDefault() ? "  * " : "    ") + choice.value() + "  ")
          .contains("\n      " + choice.source().claimedBy() + ": " + choice.source().link());
    }
    assertThat(out).contains("\n  popup-table=", "\n  ordinary-table=");
  }

  @Example
  void invariants_lists_every_invariant_in_a_line_of_its_own() {
    var out = CommandRun.of("invariants").out();
    assertThat(out.lines()).hasSameSizeAs(Invariants.EVERY);
    for (Invariant invariant : Invariants.EVERY) {
      assertThat(out)
          .contains("  " + invariant.name() + "  " + invariant.statement() + "\n")
          .contains(invariant.id() + "  ");
    }
  }

  @Example
  void an_invariant_is_shown_with_its_source_and_its_witness() {
    var run = CommandRun.of("invariants", "one-policy-in-a-group");
    assertThat(run.out().lines()).hasSize(4);
    assertThat(run.out())
        .startsWith("one-policy-in-a-group  B1\n")
        .contains("It says something once ")
        .contains("https://html.spec.whatwg.org/multipage/");
    assertThat(CommandRun.of("invariants", "b1")).isEqualTo(run);
  }

  @Example
  void a_short_name_of_two_halves_shows_both() {
    assertThat(CommandRun.of("invariants", "B8").out())
        .contains("only-its-own-popups  B8\n", "\nnot-its-own-opener  B8\n");
    assertThat(CommandRun.of("invariants", "B8", "--json").json()).hasSize(2);
  }

  @Example
  void invariants_are_listed_as_json_too() {
    var json = CommandRun.of("invariants", "--json").json();
    assertThat(Vector.ofAll(json).map(each -> each.get("name").asText()))
        .isEqualTo(Invariants.EVERY.map(Invariant::name));
    assertThat(json.at("/0/source/link").asText()).startsWith("https://");
  }
}
