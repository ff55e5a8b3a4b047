package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.properties.bound.StepKind.ERROR;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.scenario.Texts;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.Repair.OfHeader;
import org.coopcheck.counterexamples.search.Repair.OfRule;
import org.coopcheck.counterexamples.search.Repair.OfStep;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.GroupInvariants;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/** Changes that mend what was found, and the decision that it turned on. */
class RepairsTest {
  private record Finding(Scenario scenario, Invariant invariant, Variant variant) {
    Vector<Repair> repairs() {
      return Repairs.of(scenario, invariant, variant, Capabilities.ALL);
    }

    Decisive decisive() {
      return Decisive.of(scenario, invariant, variant, Capabilities.ALL);
    }
  }

  private static Finding finding(String file, String invariant) {
    var scenario = Texts.file(ProjectFiles.text("docs/findings/" + file)).scenario();
    return new Finding(
        scenario,
        Invariants.ALL.find(each -> each.name().equals(invariant)).get(),
        Variants.parse(scenario.variant().get()).get());
  }

  /** What small searches find under some variants. */
  private static Vector<Finding> findings() {
    return Vector.of("html", "html+naive", "restrict-properties+none", "html,noopener-rule=off")
        .map(name -> Variants.parse(name).get())
        .flatMap(RepairsTest::findings);
  }

  private static Vector<Finding> findings(Variant variant) {
    var bound =
        Bound.standardFor(Vector.of(variant))
            .withRedirects(0)
            .withSteps(Option.some(3))
            .withKinds(TreeSet.of(OPEN, NAVIGATE, IFRAME, ERROR));
    return InvariantSearch.batches(Invariants.meantFor(variant), bound, false)
        .flatMap(batch -> InvariantSearch.search(variant, batch, Conduct.PLAIN))
        .flatMap(
            checked ->
                checked.verdict() instanceof Verdict.Violated violated
                    ? Option.some(
                        new Finding(
                            violated.counterexample().scenario(), checked.invariant(), variant))
                    : Option.<Finding>none());
  }

  @Example
  void after_every_repair_the_same_actions_violate_nothing() {
    var found = findings();
    assertThat(found).hasSizeGreaterThan(15);
    for (Finding finding : found) {
      var repairs = finding.repairs();
      assertThat(repairs).as(finding.scenario().title()).isNotEmpty();
      for (Repair repair : repairs) {
        var run = ScenarioRun.of(repair.scenario(), repair.variant(), Capabilities.ALL);
        assertThat(FirstViolation.in(repair.scenario(), run, Vector.of(finding.invariant())))
            .isEmpty();
        assertThat(repair.scenario().steps()).hasSameSizeAs(finding.scenario().steps());
      }
    }
  }

  @Example
  void the_bypass_is_mended_by_the_permission_or_by_the_rule_that_was_proposed() {
    var repairs = finding("naive-permission-bypass.yaml", "permission-is-not-bypassed").repairs();
    var delegated =
        repairs.find(
            each ->
                each.changes().head() instanceof OfStep change
                    && change.step() == 2
                    && change.to().contains("cross-origin-isolated"));
    assertThat(delegated.get().losses()).isEmpty();
    assertThat(delegated.get().isEvasive()).isTrue();
    var proposed =
        repairs.find(
            each ->
                each.changes().head() instanceof OfRule rule
                    && rule.choice().spelling().equals("popup-permission=coop-origin"));
    assertThat(proposed.get().isEvasive()).isFalse();
    assertThat(proposed.get().losses())
        .singleElement()
        .matches(loss -> loss.observable() == Observable.ISOLATED && loss.of().equals("popup"));
    assertThat(repairs.filter(Repair::isEvasive)).isEqualTo(repairs.dropUntil(Repair::isEvasive));
  }

  @Example
  void two_changes_are_tried_where_no_single_one_is_enough() {
    var once = ProjectFiles.text("docs/findings/naive-mixed-group.yaml");
    var twice =
        new Finding(
            both(
                Texts.file(once).scenario(),
                Texts.file(
                        once.replace("a.example", "c.example")
                            .replace("b.example", "d.example")
                            .replace("page", "page2")
                            .replace("frame", "frame2")
                            .replace("iframe2", "iframe")
                            .replace("popup", "popup2"))
                    .scenario()),
            GroupInvariants.ONE_POLICY_IN_A_GROUP,
            Variants.parse("html+naive").get());
    var ofSites = twice.repairs().reject(each -> each.changes().head() instanceof OfRule);
    assertThat(ofSites).isNotEmpty().allMatch(each -> each.changes().size() == 2);
    assertThat(ofSites.map(Repair::changes))
        .anyMatch(
            changes ->
                changes.forAll(OfHeader.class::isInstance)
                    && changes.map(each -> ((OfHeader) each).url().toString()).distinct().size()
                        == 2);
  }

  private static Scenario both(Scenario one, Scenario other) {
    return one.withResponses(one.responses().merge(other.responses()))
        .withSteps(one.steps().appendAll(other.steps()));
  }

  @Example
  void the_decision_that_matters_is_found_where_it_was_made() {
    var errorPage =
        finding("error-page-in-an-isolated-group.yaml", "isolated-groups-are-isolated").decisive();
    assertThat(errorPage.decision().get().rule().id()).isEqualTo("read-ua-inline");
    var bypass = finding("naive-permission-bypass.yaml", "permission-is-not-bypassed").decisive();
    assertThat(bypass.decision().get().rule().id()).isEqualTo("the-rules-for-choosing-a-navigable");
    assertThat(bypass.step()).isEqualTo(3);
    var itself = finding("a-page-that-navigates-itself.yaml", "only-its-own-popups").decisive();
    assertThat(itself.decision().get().rule().id())
        .isEqualTo("check-browsing-context-group-switch-coop-value");
  }

  @Example
  void other_counterexamples_have_other_causes() {
    var variant = Variants.parse("restrict-properties+none").get();
    var invariant = Invariants.ALL.find(each -> each.id().equals("I7")).get();
    var bound =
        Bound.standardFor(Vector.of(variant))
            .withRedirects(0)
            .withSteps(Option.some(3))
            .withKinds(TreeSet.of(OPEN, NAVIGATE, IFRAME, ERROR));
    var batch = InvariantSearch.batches(Vector.of(invariant), bound, false).head();
    var verdict =
        InvariantSearch.search(variant, batch, Conduct.PLAIN, new Wish(5, false)).head().verdict();
    var all = ((Verdict.Violated) verdict).all();
    var causes = all.map(each -> new Finding(each.scenario(), invariant, variant).decisive().key());
    assertThat(all).hasSizeBetween(2, 5);
    assertThat(causes).doesNotHaveDuplicates();
    var first = InvariantSearch.search(variant, batch, Conduct.PLAIN).head().verdict();
    assertThat(((Verdict.Violated) first).all()).containsExactly(all.head());
    var fewer =
        InvariantSearch.search(variant, batch, Conduct.PLAIN, new Wish(2, false)).head().verdict();
    assertThat(((Verdict.Violated) fewer).all()).isEqualTo(all.take(2));
    assertThat(((Verdict.Violated) fewer).mayHaveMore()).isTrue();
    assertThat(((Verdict.Violated) verdict).mayHaveMore()).isEqualTo(all.size() == 5);
  }
}
