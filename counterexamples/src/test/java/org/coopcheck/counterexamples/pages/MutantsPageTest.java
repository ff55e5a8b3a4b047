package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.mutants.Explanation;
import org.coopcheck.counterexamples.mutants.Explanations;
import org.coopcheck.counterexamples.mutants.Fate;
import org.coopcheck.counterexamples.mutants.Mutants;
import org.coopcheck.counterexamples.mutants.code.Mutant;
import org.coopcheck.counterexamples.mutants.code.RuleCode;
import org.coopcheck.counterexamples.mutants.operator.Operator;
import org.coopcheck.counterexamples.schema.ProjectFiles;

/** {@code docs/mutants.md}, from the line on that says so. */
class MutantsPageTest {
  private static final String PRINTED = "<!-- Printed by code from here on. -->\n";
  private static final Vector<Mutant> ALL = new Mutants(RuleCode.ofTheModel(), "html").all();

  /** {@code -Dcoopcheck.write=true} writes it. */
  @Example
  void the_page_on_mutants_is_what_the_code_says() throws IOException {
    var page = ProjectFiles.path("docs/mutants.md");
    String text = Files.readString(page);
    assertThat(text).contains(PRINTED);
    String written = text.substring(0, text.indexOf(PRINTED) + PRINTED.length()) + printed();
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, written);
    assertThat(Files.readString(page)).isEqualTo(written);
  }

  @Example
  void each_explained_survivor_is_a_mutant_that_there_is_with_the_same_slip() {
    for (var explanation : Explanations.ALL) {
      for (var entry : explanation.mutants()) {
        for (var sentence : entry._2) {
          assertThat(ALL.exists(mutant -> isNamed(entry._1, sentence, mutant)))
              .as(entry._1 + ": " + sentence)
              .isTrue();
        }
      }
    }
  }

  @Example
  void no_survivor_is_explained_in_two_ways() {
    assertThat(
            ALL.filter(mutant -> Explanations.ALL.count(each -> each.isOf(mutant)) > 1)
                .map(Mutant::id))
        .isEmpty();
  }

  private static boolean isNamed(String id, String sentence, Mutant mutant) {
    return mutant.sentence().equals(sentence)
        && (mutant.id().equals(id) || mutant.idWithoutNumber().equals(id));
  }

  private static String printed() {
    return kinds() + fates() + explanations();
  }

  private static String kinds() {
    return """

        ## Kinds of slips

        | kind | what it does | mutants | explained below |
        | --- | --- | --- | --- |
        """
        + Operator.ALL.map(each -> kind(each.word(), each.meaning())).mkString()
        + kind(Mutants.CELL, Mutants.CELL_MEANING)
        + "| total | | %d | %d |\n".formatted(ALL.size(), ALL.count(MutantsPageTest::isExplained));
  }

  private static String kind(String word, String meaning) {
    var mutants = ALL.filter(each -> each.operator().equals(word));
    return "| `%s` | %s | %d | %d |\n"
        .formatted(word, meaning, mutants.size(), mutants.count(MutantsPageTest::isExplained));
  }

  private static boolean isExplained(Mutant mutant) {
    return Explanations.of(mutant).isDefined();
  }

  private static String fates() {
    return """

        ## What becomes of a mutant

        | fate | meaning |
        | --- | --- |
        """
        + Vector.of(Fate.values())
            .map(each -> "| %s | %s |\n".formatted(each.words(), each.meaning()))
            .mkString();
  }

  private static String explanations() {
    return """

        ## Survivors, and why nothing notices them

        Under `html`, and of a proposal under that proposal. A test holds every id and sentence to the code; a survivor that is not here is a hole. An id without a number at its end stands for all slips of that kind in the method that
        have the sentence; some of these may be noticed.
        """
        + Explanations.ALL.map(MutantsPageTest::explanation).mkString();
  }

  private static String explanation(Explanation explanation) {
    return """

        **%s** %s

        %s"""
        .formatted(
            explanation.isEquivalent() ? "The same." : "Not told apart.",
            explanation.reason().strip(),
            explanation
                .mutants()
                .map(each -> "- `%s`: %s\n".formatted(each._1, each._2.mkString("; ")))
                .mkString());
  }
}
