package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.NOOPENER_ALLOW_POPUPS;
import static org.coopcheck.properties.bound.StepKind.CSP_SANDBOX;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.NOOPENER;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.ORIGIN_AGENT_CLUSTER;
import static org.coopcheck.properties.bound.StepKind.REPORT_ONLY;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.CrossPageWindowProxies;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.NaiveInheritance;
import org.coopcheck.model.variant.RestrictProperties;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.broken.BrokenVariants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/** Each invariant falls to a broken variant, within a bound in which the standard obeys it. */
public class BrokenVariantsTest {

  /**
   * @param invariant its name
   * @param variant what breaks it
   * @param steps within how many steps
   * @param kinds the kinds of steps it takes
   */
  record Mutant(String invariant, Variant variant, int steps, Vector<StepKind> kinds) {
    /** Rules for which the invariant is meant, and which are not broken. */
    Variant unbroken() {
      return Vector.of(
              HtmlStandard.VARIANT, RestrictProperties.VARIANT, CrossPageWindowProxies.VARIANT)
          .find(Invariants.find(invariant).get().scope()::includes)
          .get();
    }

    @Override
    public String toString() {
      return invariant + " falls to " + variant;
    }
  }

  private static Vector<Mutant> all() {
    return Vector.of(
        mutant("one-policy-in-a-group", BrokenVariants.MATCHES_VALUES_ONLY, 2, OPEN),
        mutant("same-origin-excludes-unsafe-none", BrokenVariants.KEEPS_ALL_PLAIN_POPUPS, 2, OPEN),
        mutant("isolated-groups-are-isolated", BrokenVariants.ISOLATES_WITHOUT_COEP, 2, OPEN),
        mutant("browsing-contexts-stay", BrokenVariants.SWITCHES_IN_PLACE, 3, OPEN, NAVIGATE),
        mutant(
            "later-windows-are-auxiliary", BrokenVariants.CUT_OFF_IN_THE_GROUP, 2, OPEN, NOOPENER),
        mutant("nothing-leads-out-of-a-group", BrokenVariants.KEEPS_THE_OPENER, 2, OPEN),
        mutant("nothing-leads-out-of-a-group", BrokenVariants.FINDS_EVERYWHERE, 3, OPEN, NAME),
        mutant("report-only-is-inert", BrokenVariants.ENFORCES_REPORT_ONLY, 2, OPEN, REPORT_ONLY),
        mutant("only-its-own-popups", BrokenVariants.JOINS_ITS_OPENER, 2, OPEN),
        mutant("not-its-own-opener", BrokenVariants.JOINS_ITS_OPENER, 2, OPEN),
        mutant("clusters-stay-in-a-process", BrokenVariants.PROCESS_PER_DOCUMENT, 2, OPEN),
        mutant(
            "synchronous-access-is-inside-a-cluster",
            BrokenVariants.FORGETS_HISTORICAL_KEYS,
            2,
            OPEN,
            ORIGIN_AGENT_CLUSTER),
        mutant("access-is-inside-a-group", BrokenVariants.KEEPS_THE_OPENER, 2, OPEN),
        mutant(
            "same-origin-shares-a-cluster",
            BrokenVariants.FORGETS_HISTORICAL_KEYS,
            2,
            OPEN,
            ORIGIN_AGENT_CLUSTER),
        mutant("tainted-means-embeddable", BrokenVariants.LETS_ALL_FRAMES_IN, 2, OPEN, IFRAME),
        mutant("tainted-means-one-top-level-origin", NaiveInheritance.VARIANT, 3, OPEN, IFRAME),
        mutant(
            "tainted-stays-in-its-group", BrokenVariants.ONE_PROCESS_IS_NEEDED, 2, OPEN, NAVIGATE),
        mutant("permission-is-not-bypassed", NaiveInheritance.VARIANT, 3, OPEN, IFRAME),
        mutant("tainted-gets-its-own-process", BrokenVariants.ONE_PROCESS_IS_USED, 2, OPEN),
        mutant("access-is-inside-a-coop-group", BrokenVariants.KEEPS_ALL_OPENERS, 2, OPEN),
        mutant("same-origin-in-a-coop-group-shares-a-cluster", RestrictProperties.VARIANT, 2, OPEN),
        mutant(
            "restricted-groups-have-one-coop-origin",
            RestrictProperties.WITHOUT_INHERITANCE,
            3,
            OPEN,
            IFRAME),
        mutant("one-group-for-each-policy", BrokenVariants.NEVER_COMES_BACK, 3, OPEN, NAVIGATE),
        mutant("plain-pages-share-a-group", BrokenVariants.NEVER_COMES_BACK, 3, OPEN, NAVIGATE),
        mutant("a-policy-leads-back", BrokenVariants.NEVER_COMES_BACK, 3, OPEN, NAVIGATE),
        mutant("no-navigation-crosses", BrokenVariants.REACHES_ACROSS_GROUPS, 2, OPEN),
        mutant("names-stay-in-their-group", BrokenVariants.KEEPS_THE_NAME, 3, OPEN, NAVIGATE, NAME),
        mutant(
            "only-initial-documents-differ",
            BrokenVariants.KEEPS_THE_COOP_ORIGIN,
            3,
            OPEN,
            NAVIGATE,
            CSP_SANDBOX),
        mutantOfPagePolicies("clusters-do-not-mix-isolation", OPEN),
        mutantOfPagePolicies("other-policies-are-not-scripted", OPEN),
        mutantOfPagePolicies("other-pages-get-three-properties", OPEN),
        mutantOfPagePolicies("names-stay-among-equal-pages", OPEN, NAME));
  }

  /** The variants that break the invariant, each with what it breaks. */
  public static Vector<String> variantsThatBreak(Invariant invariant) {
    return all()
        .filter(mutant -> mutant.invariant().equals(invariant.name()))
        .map(mutant -> "`%s` (%s)".formatted(mutant.variant(), mutant.variant().summary()));
  }

  @Provide
  Arbitrary<Mutant> mutants() {
    return Arbitraries.of(all().asJava());
  }

  private static Mutant mutantOfPagePolicies(String invariant, StepKind... kinds) {
    return new Mutant(
        invariant,
        CrossPageWindowProxies.WITHOUT_ISOLATION_KEY,
        2,
        Vector.of(kinds).append(StepKind.PAGE_POLICY));
  }

  private static Mutant mutant(String invariant, Variant variant, int steps, StepKind... kinds) {
    return new Mutant(invariant, variant, steps, Vector.of(kinds));
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void an_invariant_that_the_standard_obeys_falls_to_a_broken_variant(
      @ForAll("mutants") Mutant mutant) {
    assertThat(check(mutant.unbroken(), mutant).verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(check(mutant.variant(), mutant).verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            violated ->
                assertThat(violated.counterexample().scenario().steps())
                    .hasSizeLessThanOrEqualTo(mutant.steps()));
  }

  @Example
  void every_invariant_has_a_variant_that_breaks_it() {
    var broken = all().map(Mutant::invariant);
    assertThat(Invariants.ALL.map(Invariant::name)).allMatch(broken::contains);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void nothing_can_be_dropped_from_a_counterexample(@ForAll("mutants") Mutant mutant) {
    var checked = check(mutant.variant(), mutant);
    var minimiser =
        new Minimiser(checked.invariant(), mutant.variant(), checked.bound().capabilities());
    assertThat(checked.verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            violated -> {
              var scenario = violated.counterexample().scenario();
              assertThat(minimiser.breaks(scenario)).isTrue();
              assertThat(Drops.of(scenario)).isNotEmpty().noneMatch(minimiser::breaks);
            });
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void symmetry_changes_no_verdict_and_no_length(@ForAll("mutants") Mutant mutant) {
    var with = check(mutant.variant(), mutant);
    var without =
        InvariantSearch.search(
                mutant.variant(),
                InvariantSearch.batches(Vector.of(with.invariant()), with.bound(), false).head(),
                Conduct.PLAIN.withSymmetry(false))
            .head();
    assertThat(without.verdict().word()).isEqualTo(with.verdict().word());
    assertThat(length(without)).isEqualTo(length(with));
    assertThat(without.worlds()).isGreaterThanOrEqualTo(with.worlds());
  }

  private static int length(Checked checked) {
    return checked.verdict() instanceof Verdict.Violated(var counterexample, var others, var more)
        ? counterexample.scenario().steps().size()
        : -1;
  }

  @Example
  void a_counterexample_names_the_variant_and_replays_from_its_scenario_alone() {
    var mutant = all().head();
    var checked = check(mutant.variant(), mutant);
    assertThat(checked.verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            violated -> {
              var scenario = violated.counterexample().scenario();
              assertThat(scenario.variant()).isEqualTo(Option.some(mutant.variant().name()));
              var run = ScenarioRun.of(scenario, mutant.variant(), checked.bound().capabilities());
              assertThat(run.steps()).allMatch(taken -> taken.step().isDone());
            });
  }

  private static Checked check(Variant variant, Mutant mutant) {
    var bound =
        Bound.DEFAULT
            .withRedirects(0)
            .withSteps(Option.some(mutant.steps()))
            .withValues(variant.values().remove(NOOPENER_ALLOW_POPUPS))
            .withKinds(TreeSet.ofAll(mutant.kinds()));
    var invariant = Invariants.find(mutant.invariant()).get();
    var batch = InvariantSearch.batches(Vector.of(invariant), bound, false).head();
    return InvariantSearch.search(variant, batch, Conduct.PLAIN).head();
  }
}
