package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.search.Agreement;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.RandomEngine;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.counterexamples.solver.SolverEngine;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/** {@code docs/engines.md}. */
class EnginesPageTest {
  private static final int STEPS = 2;
  private static final int RUNS = 20;
  private static final int STEPS_OF_A_RUN = 8;

  private static final Engine.Asked SMALL =
      new Engine.Asked(bound -> bound.withSteps(Option.some(STEPS)), true);
  private static final Engine.Asked LONG =
      new Engine.Asked(bound -> bound.withSteps(Option.some(STEPS_OF_A_RUN)), true);

  /** What the engines say of the invariants of a variant. */
  private record Said(Variant variant, Vector<Checked> exhaustive, Vector<Checked> random) {
    String cell(Invariant invariant) {
      String steps =
          of(exhaustive, invariant)
              .map(
                  checked ->
                      switch (checked.verdict()) {
                        case Verdict.Holds holds -> "holds";
                        case Verdict.Vacuous vacuous -> "·";
                        case Verdict.Violated violated ->
                            "**" + violated.counterexample().scenario().steps().size() + "**";
                        case Verdict.Undecided undecided -> "?";
                        case Verdict.NotInductive notInductive -> "?";
                      })
              .getOrElse("");
      boolean isBrokenByChance =
          of(random, invariant).exists(each -> each.verdict() instanceof Verdict.Violated);
      return isBrokenByChance ? steps + " r" : steps;
    }

    private static Option<Checked> of(Vector<Checked> checked, Invariant invariant) {
      return checked.find(each -> each.invariant().equals(invariant));
    }
  }

  /** {@code -Dcoopcheck.write=true} writes the page. */
  @Example
  void the_engines_say_the_same_of_every_variant_and_invariant() throws IOException {
    var page = ProjectFiles.path("docs/engines.md");
    String printed = page(Variants.ALL.map(EnginesPageTest::said));
    if (Boolean.getBoolean("coopcheck.write")) Files.writeString(page, printed);
    assertThat(Files.readString(page)).isEqualTo(printed);
  }

  private static Said said(Variant variant) {
    var exhaustive = check(new ExhaustiveEngine(Wish.PLAIN), variant, SMALL);
    var solver = check(new SolverEngine(), variant, SMALL);
    var random = check(new RandomEngine(0, RUNS, Wish.PLAIN), variant, LONG);
    assertThat(told(solver)).as(variant.name()).isEqualTo(told(exhaustive));
    Agreement.isRequiredOf(exhaustive.appendAll(solver).appendAll(random));
    return new Said(variant, exhaustive, random);
  }

  private static Vector<Checked> check(Engine engine, Variant variant, Engine.Asked asked) {
    return engine
        .searches(variant, Invariants.meantFor(variant), asked)
        .flatMap(search -> search.by().apply(Conduct.PLAIN));
  }

  /** What is said of each invariant, and in how many steps it is broken. */
  private static Vector<String> told(Vector<Checked> checked) {
    return checked
        .map(
            each ->
                each.invariant().name()
                    + " "
                    + each.verdict().word()
                    + (each.verdict() instanceof Verdict.Violated violated
                        ? " " + violated.counterexample().scenario().steps().size()
                        : ""))
        .sorted();
  }

  private static String page(Vector<Said> said) {
    return """
        # What the engines say

        Printed by a test, in which the exhaustive search and the solver say the same, to the number of steps. Within %d steps, 2 windows,
        1 iframe and 2 origins, with each invariant's own kinds of steps: `holds`; the number of steps in which it is **violated**; `·` where it has
        nothing to say yet; nothing where it is not meant for the variant. `r`: so is one of %d random runs of %d steps of all kinds, which may need more. No random run
        contradicts the others, which the test asks too.

        """
            .formatted(STEPS, RUNS, STEPS_OF_A_RUN)
        + said.zipWithIndex(
                (each, index) -> "%d. `%s`\n".formatted(index + 1, each.variant().name()))
            .mkString()
        + "\n"
        + row("", said.zipWithIndex((each, index) -> String.valueOf(index + 1)))
        + row("---", said.map(each -> "---"))
        + Invariants.ALL
            .map(
                invariant ->
                    row(
                        "%s [%s](invariants.md)".formatted(invariant.id(), invariant.name()),
                        said.map(each -> each.cell(invariant))))
            .mkString();
  }

  private static String row(String head, Vector<String> cells) {
    return cells.prepend(head).mkString("| ", " | ", " |\n");
  }
}
