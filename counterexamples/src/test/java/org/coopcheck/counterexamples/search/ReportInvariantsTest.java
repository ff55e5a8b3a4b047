package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.OPEN;

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
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.variant.broken.BrokenVariants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;
import org.coopcheck.properties.invariant.Sight;

/** Each invariant of reports falls to a broken variant, or to another form of reporting. */
public class ReportInvariantsTest {
  private static final Variant SHIPPED = variant("html");
  private static final Variant TEXT = variant("html,reporting=standard");
  private static final Variant DESIGN = variant("html,reporting=explainer");
  private static final Variant MENDED_DESIGN =
      variant("html,reporting=explainer,report-monitor-5-2=opener");

  /** The forms in which reporting exists, and the design document's with its step 5.2 as meant. */
  public static final Vector<Variant> FORMS = Vector.of(SHIPPED, TEXT, DESIGN, MENDED_DESIGN);

  /**
   * @param invariant its name
   * @param obeys rules that obey it
   * @param breaks rules that do not
   * @param steps within how many steps
   * @param redirects with how many redirects
   */
  record Fallen(String invariant, Variant obeys, Variant breaks, int steps, int redirects) {
    Invariant meant() {
      return Invariants.find(invariant).get();
    }

    Bound bound() {
      var concerns = meant().concerns();
      return Bound.DEFAULT
          .withFrames(concerns.contains(IFRAME) ? 1 : 0)
          .withRedirects(redirects)
          .withSteps(Option.some(steps))
          .withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN))
          .withKinds(TreeSet.of(OPEN).addAll(concerns));
    }

    Checked checkedUnder(Variant variant) {
      var batch = InvariantSearch.batches(Vector.of(meant()), bound(), false).head();
      return InvariantSearch.search(variant, batch, Conduct.PLAIN).head();
    }

    @Override
    public String toString() {
      return invariant + " falls to " + breaks;
    }
  }

  private static Vector<Fallen> all() {
    return Vector.of(
        fallen("urls-are-safe", SHIPPED, BrokenVariants.TELLS_ALL_URLS, 2),
        fallen("needs-company", SHIPPED, BrokenVariants.REPORTS_TO_THE_LONELY, 2),
        fallen("same-policy-is-silent", SHIPPED, BrokenVariants.REPORTS_EVERY_NAVIGATION, 2),
        new Fallen(
            "report-hops-report-themselves", SHIPPED, BrokenVariants.REPORTS_NO_SWITCH, 2, 1),
        fallen("no-access-of-a-stranger", SHIPPED, BrokenVariants.COUNTS_ALL_ACCESSES, 4),
        fallen("frames-are-told-nothing", TEXT, BrokenVariants.COUNTS_ALL_ACCESSES_BY_THE_TEXT, 4),
        fallen("virtual-groups-are-those-enforced", SHIPPED, BrokenVariants.FORGETS_REPORT_ONLY, 2),
        fallen("monitors-4-1", DESIGN, SHIPPED, 2),
        fallen("monitors-4-2", DESIGN, SHIPPED, 2),
        fallen("monitors-5-1", DESIGN, SHIPPED, 2),
        fallen("monitors-5-2", MENDED_DESIGN, DESIGN, 2),
        fallen("monitors-2-1", SHIPPED, TEXT, 2),
        fallen("monitors-2-2", SHIPPED, TEXT, 2),
        fallen("monitors-3-1", SHIPPED, TEXT, 2),
        fallen("monitors-3-2", SHIPPED, TEXT, 2));
  }

  private static Fallen fallen(String invariant, Variant obeys, Variant breaks, int steps) {
    return new Fallen("report-" + invariant, obeys, breaks, steps, 0);
  }

  private static Variant variant(String name) {
    return Variants.parse(name).get();
  }

  /** The variants that break the invariant, each with what it breaks. */
  public static Vector<String> variantsThatBreak(Invariant invariant) {
    return all()
        .filter(each -> each.invariant().equals(invariant.name()))
        .map(each -> "`%s` (%s)".formatted(each.breaks(), each.breaks().summary()));
  }

  /** What a search says of the invariant under each of the forms, within the bound of the test. */
  public static Vector<Checked> checked(Invariant invariant) {
    return all()
        .filter(each -> each.invariant().equals(invariant.name()))
        .flatMap(each -> FORMS.map(each::checkedUnder));
  }

  @Provide
  Arbitrary<Fallen> invariants() {
    return Arbitraries.of(all().asJava());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void an_invariant_of_reports_falls_where_another_form_obeys_it(
      @ForAll("invariants") Fallen fallen) {
    assertThat(fallen.checkedUnder(fallen.obeys()).verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(fallen.checkedUnder(fallen.breaks()).verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            violated ->
                assertThat(violated.counterexample().scenario().steps())
                    .hasSizeLessThanOrEqualTo(fallen.steps()));
  }

  @Example
  void every_invariant_of_reports_has_a_variant_that_breaks_it() {
    var broken = all().map(Fallen::invariant);
    assertThat(
            Invariants.OF_REPORTS.reject(each -> each.sight() == Sight.RUNS).map(Invariant::name))
        .allMatch(broken::contains);
  }
}
