package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.engine.SearchEnd.Budget;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.NaiveInheritance;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

class RandomEngineTest {
  private static final Engine EXHAUSTIVE = new ExhaustiveEngine(Wish.PLAIN);
  private static final Invariant PERMISSION = Invariants.find("permission-is-not-bypassed").get();

  private static Bound small(Bound bound) {
    return bound
        .withWindows(2)
        .withFrames(1)
        .withOrigins(2)
        .withRedirects(0)
        .withSteps(Option.some(3))
        .withValues(bound.values().remove(NOOPENER_ALLOW_POPUPS))
        .withKinds(TreeSet.of(StepKind.OPEN, StepKind.NAVIGATE, StepKind.IFRAME, StepKind.ERROR));
  }

  /** Runs of twelve steps of the same kinds. */
  private static Bound longer(Bound bound) {
    return small(bound).withSteps(Option.some(12));
  }

  private static Engine random(long seed, int tries) {
    return new RandomEngine(seed, tries, Wish.PLAIN);
  }

  private static Vector<Checked> check(
      Engine engine, Variant variant, Vector<Invariant> invariants, Engine.Asked asked) {
    return engine
        .searches(variant, invariants, asked)
        .flatMap(search -> search.by().apply(Conduct.PLAIN));
  }

  private static Engine.Asked inSmall() {
    return new Engine.Asked(RandomEngineTest::small, false);
  }

  private static Engine.Asked inLonger() {
    return new Engine.Asked(RandomEngineTest::longer, false);
  }

  private static int length(Checked checked) {
    return checked.verdict() instanceof Verdict.Violated(var counterexample, var others, var more)
        ? counterexample.scenario().steps().size()
        : Integer.MAX_VALUE;
  }

  @Provide
  Arbitrary<Variant> variants() {
    return Arbitraries.of(Variants.ALL.asJava());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void what_chance_finds_within_a_bound_the_search_finds_in_as_few_steps(
      @ForAll("variants") Variant variant) {
    var invariants = Invariants.meantFor(variant);
    var searched = check(EXHAUSTIVE, variant, invariants, inSmall());
    var drawn = check(random(7, 60), variant, invariants, inSmall());
    assertThat(drawn).hasSameSizeAs(searched);
    for (Checked by : drawn) {
      var of = searched.find(each -> each.invariant().equals(by.invariant())).get();
      assertThat(length(of)).as(by.invariant().name()).isLessThanOrEqualTo(length(by));
      assertThat(by.verdict()).isNotInstanceOf(Verdict.Holds.class);
    }
    Agreement.isRequiredOf(searched.appendAll(drawn));
  }

  @Example
  void a_long_run_shrinks_to_the_counterexample_of_the_search() {
    var asked = Vector.of(PERMISSION);
    var searched = check(EXHAUSTIVE, NaiveInheritance.VARIANT, asked, inSmall()).head();
    var drawn = check(random(1, 200), NaiveInheritance.VARIANT, asked, inLonger()).head();
    assertThat(drawn.verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            violated -> {
              var minimiser =
                  new Minimiser(PERMISSION, NaiveInheritance.VARIANT, drawn.bound().capabilities());
              var scenario = violated.counterexample().scenario();
              assertThat(minimiser.breaks(scenario)).isTrue();
              assertThat(Drops.of(scenario)).isNotEmpty().noneMatch(minimiser::breaks);
            });
    assertThat(length(drawn)).isEqualTo(length(searched)).isEqualTo(3);
  }

  @Example
  void what_was_not_broken_is_undecided_however_many_runs_there_were() {
    var checked = check(random(1, 20), HtmlStandard.VARIANT, Invariants.ALL.take(1), inSmall());
    assertThat(checked.head().verdict()).isEqualTo(new Verdict.Undecided(Budget.RUNS));
    assertThat(checked.head().isComplete()).isFalse();
    assertThat(checked.head().sample().map(Sample::runs)).containsExactly(20);
    assertThat(checked.head().transitions()).isBetween(1L, 60L);
  }

  @Example
  void a_witness_that_no_run_can_reach_is_not_said_to_be_reached() {
    var inert = Vector.of(Invariants.find("report-only-is-inert").get());
    var without = check(random(1, 20), HtmlStandard.VARIANT, inert, inLonger()).head();
    assertThat(without.sample().exists(Sample::isWitnessReached)).isFalse();
    var with =
        check(
                random(1, 20),
                HtmlStandard.VARIANT,
                inert,
                new Engine.Asked(
                    bound ->
                        longer(bound).withKinds(TreeSet.of(StepKind.OPEN, StepKind.REPORT_ONLY)),
                    false))
            .head();
    assertThat(with.sample().exists(Sample::isWitnessReached)).isTrue();
  }

  @Example
  void the_seed_alone_says_which_runs_are_drawn() {
    var invariants = Invariants.meantFor(HtmlStandard.VARIANT);
    var once = check(random(3, 15), HtmlStandard.VARIANT, invariants, inLonger());
    var again = check(random(3, 15), HtmlStandard.VARIANT, invariants, inLonger());
    var other = check(random(4, 15), HtmlStandard.VARIANT, invariants, inLonger());
    assertThat(again.map(Checked::verdict)).isEqualTo(once.map(Checked::verdict));
    assertThat(again.map(Checked::sample)).isEqualTo(once.map(Checked::sample));
    assertThat(again.head().coverage()).isEqualTo(once.head().coverage());
    assertThat(other.head().coverage()).isNotEqualTo(once.head().coverage());
  }

  @Example
  void whoever_is_interrupted_or_out_of_time_tells_what_there_is() {
    var cancelled = new Cancellation();
    cancelled.cancel();
    var interrupted = Conduct.PLAIN.withCancellation(cancelled);
    var hurried = Conduct.PLAIN.withLimits(Conduct.PLAIN.limits().withTime(Duration.ZERO));
    var search =
        random(1, 1_000_000)
            .searches(HtmlStandard.VARIANT, Invariants.ALL.take(1), inSmall())
            .head();
    assertThat(search.by().apply(interrupted).head().verdict())
        .isEqualTo(new Verdict.Undecided(Budget.PATIENCE));
    assertThat(search.by().apply(hurried).head().verdict())
        .isEqualTo(new Verdict.Undecided(Budget.TIME));
  }

  @Example
  void engines_that_contradict_each_other_are_a_fault() {
    var asked = Vector.of(PERMISSION);
    var drawn = check(random(1, 200), NaiveInheritance.VARIANT, asked, inLonger()).head();
    var searched = check(EXHAUSTIVE, NaiveInheritance.VARIANT, asked, inSmall()).head();
    Agreement.isRequiredOf(Vector.of(searched, drawn));
    assertThatThrownBy(() -> Agreement.isRequiredOf(Vector.of(holding(searched), drawn)))
        .isInstanceOf(EngineDefect.class)
        .hasMessageContaining("the exhaustive engine says holds");
    var fewerSteps = within(searched, searched.bound().withSteps(Option.some(2)));
    Agreement.isRequiredOf(Vector.of(holding(fewerSteps), drawn));
    var noFrames = within(searched, searched.bound().withFrames(0));
    Agreement.isRequiredOf(Vector.of(holding(noFrames), drawn));
  }

  private static Checked holding(Checked checked) {
    return with(
        checked, checked.bound(), new Verdict.Holds(checked.bound(), Verdict.Extent.SO_MANY_STEPS));
  }

  private static Checked within(Checked checked, Bound bound) {
    return with(checked, bound, checked.verdict());
  }

  private static Checked with(Checked checked, Bound bound, Verdict verdict) {
    return new Checked(
        checked.variant(),
        checked.invariant(),
        bound,
        verdict,
        checked.isComplete(),
        checked.worlds(),
        checked.transitions(),
        checked.elapsed(),
        checked.engine(),
        checked.sample(),
        checked.coverage());
  }
}
