package org.coopcheck.counterexamples.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.search.Agreement;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.counterexamples.search.Verdict.Extent;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.WellFormedness;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.coopcheck.properties.invariant.Moment;

class SolverEngineTest {
  private static final Engine EXHAUSTIVE = new ExhaustiveEngine(Wish.PLAIN);
  private static final Engine SOLVER = new SolverEngine();

  private static Vector<Checked> check(
      Engine engine, Variant variant, Vector<Invariant> invariants, Engine.Asked asked) {
    return engine
        .searches(variant, invariants, asked)
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

  @Example
  void it_finds_the_permission_bypass_in_as_many_steps() {
    var variant = Variants.parse("html,noopener-rule=off").get();
    var invariants = Vector.of(Invariants.find("permission-is-not-bypassed").get());
    var asked = new Engine.Asked(bound -> bound, true);
    assertThat(told(check(SOLVER, variant, invariants, asked)))
        .isEqualTo(told(check(EXHAUSTIVE, variant, invariants, asked)))
        .containsExactly("permission-is-not-bypassed violated 3");
  }

  // Induction.

  /** Two windows without iframes, and no page that fails to load. */
  private static Bound open(Bound bound) {
    return bound
        .withFrames(0)
        .withSteps(Option.none())
        .withValues(bound.values().remove(OpenerPolicyValue.NOOPENER_ALLOW_POPUPS))
        .withKinds(bound.kinds().remove(StepKind.ERROR));
  }

  private static final Engine.Asked OPEN = new Engine.Asked(SolverEngineTest::open, false);

  @Example
  void what_no_step_breaks_from_any_world_holds_in_runs_of_any_length() {
    var invariants = Vector.of("B1", "B2", "B3", "B6").map(name -> Invariants.find(name).get());
    var checked = check(SOLVER, HtmlStandard.VARIANT, invariants, OPEN);
    assertThat(checked.map(Checked::verdict))
        .allSatisfy(
            verdict ->
                assertThat(verdict)
                    .isEqualTo(
                        new Verdict.Holds(
                            open(Bound.standardFor(Vector.of(HtmlStandard.VARIANT))),
                            Extent.INDUCTIVE)));
    assertThat(told(check(EXHAUSTIVE, HtmlStandard.VARIANT, invariants, OPEN)))
        .isEqualTo(told(checked));
  }

  @Example
  void what_some_step_breaks_from_a_world_that_keeps_it_is_not_said_to_hold() {
    // By this rule a run of two steps breaks B1; so does a step from some world.
    var variant = Variants.parse("restrict-properties+naive").get();
    var bound = open(Bound.standardFor(Vector.of(variant)));
    var promises =
        Invariants.meantFor(variant)
            .filter(each -> each.id().startsWith("B"))
            .reject(each -> each.name().equals("only-its-own-popups"))
            .map(Promise::of)
            .appendAll(Lemmas.ALL);
    var result =
        new Induction(variant, bound, promises, new Patience(Conduct.PLAIN, "test")).result();
    assertThat(result.broken()).isNotEmpty();
    var rules = Rules.unheard(variant, bound.capabilities());
    var server = new Universe(bound).server();
    for (Induction.Broken broken : result.broken()) {
      assertThat(WellFormedness.problemsOf(broken.before())).isEmpty();
      var after = Interpreter.step(broken.before(), server, broken.action(), rules).world();
      var moment =
          new Moment(
              broken.before(), server, broken.action(), after, variant, bound.capabilities());
      assertThat(broken.promise().brokenIn().apply(moment)).contains(broken.explanation());
      assertThat(result.kept()).doesNotContain(broken.promise());
    }
  }

  @Example
  void nothing_is_said_to_be_inductive_that_a_longer_run_breaks() {
    for (Variant variant : Variants.ALL) {
      var bound =
          open(Bound.standardFor(Vector.of(variant)))
              .withOrigins(1)
              .withValues(
                  Vector.of(
                      OpenerPolicyValue.UNSAFE_NONE, OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP));
      var asked = new Engine.Asked(any -> bound, false);
      var invariants = Invariants.meantFor(variant);
      Agreement.isRequiredOf(
          check(SOLVER, variant, invariants, asked)
              .appendAll(check(EXHAUSTIVE, variant, invariants, asked)));
    }
  }

  @Example
  void who_has_no_time_left_says_so() {
    var conduct = Conduct.PLAIN.withLimits(SearchLimits.NONE.withTime(Duration.ZERO));
    var searches = SOLVER.searches(HtmlStandard.VARIANT, Invariants.ALL.take(1), OPEN);
    assertThat(searches.flatMap(search -> search.by().apply(conduct)).map(Checked::verdict))
        .containsExactly(new Verdict.Undecided(Budget.TIME));
  }
}
