package org.coopcheck.counterexamples.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.counterexamples.engine.BreadthFirstSearch;
import org.coopcheck.counterexamples.engine.SearchLimits;
import org.coopcheck.counterexamples.engine.SearchPlan;
import org.coopcheck.counterexamples.engine.StateCheck;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.SecrecyInvariants;
import org.coopcheck.properties.secrecy.OtherRuns;
import org.coopcheck.properties.secrecy.OtherRuns.Leak;
import org.coopcheck.properties.secrecy.Secret;

/** What reports give away, by hand and by search. */
class SecrecyTest {

  /** The page leaves its group, which it is told only if somebody else is in it. */
  private static final String COMPANY =
      """
      coopcheck: 1
      responses:
        https://a.example/2:
          headers:
            Cross-Origin-Opener-Policy: same-origin-allow-popups; report-to="e"
            Reporting-Endpoints: e="https://a.example/reports"
      steps:
        - {tab: page, url: https://a.example/}
        - {iframe: frame, in: page, url: https://b.example/}
        - {open: popup, by: frame}
        - {navigate: page, url: https://a.example/2}
      """;

  /** One side of a navigation is told what only the other side's report-only value would do. */
  private static final String OTHER_SIDE =
      """
      coopcheck: 1
      responses:
        https://a.example/2:
          headers:
            Cross-Origin-Opener-Policy-Report-Only: unsafe-none; report-to="e"
            Reporting-Endpoints: e="https://a.example/reports"
        https://b.example/2:
          headers: {Cross-Origin-Opener-Policy-Report-Only: same-origin}
      steps:
        - {tab: page, url: https://a.example/}
        - {open: popup, by: page, url: https://b.example/}
        - {navigate: popup, url: https://b.example/3}
        - {navigate: popup, url: https://a.example/2}
      """;

  /** A frame opens a window, which touches the frame. */
  private static final String INITIAL_URL =
      """
      coopcheck: 1
      responses:
        https://a.example/:
          headers:
            Cross-Origin-Opener-Policy-Report-Only: same-origin; report-to="e"
            Reporting-Endpoints: e="https://a.example/reports"
        https://b.example/popup:
          headers: {Cross-Origin-Opener-Policy-Report-Only: same-origin}
      steps:
        - {tab: page, url: https://a.example/}
        - {iframe: frame, in: page, url: https://b.example/}
        - {open: popup, by: frame, url: https://b.example/popup}
        - {access: frame, by: popup, property: postMessage}
      """;

  @Data
  Iterable<Tuple3<String, Secret, String>> leaks() {
    return Table.of(
        Tuple.of(COMPANY, Secret.FRAMES_POPUP, "html"),
        Tuple.of(COMPANY, Secret.FRAMES_POPUP, "html,reporting=standard"),
        Tuple.of(COMPANY, Secret.FRAMES_POPUP, "html,reporting=explainer"),
        Tuple.of(OTHER_SIDE, Secret.NEXT_PAGE, "html"),
        Tuple.of(INITIAL_URL, Secret.PATH, "html,reporting=explainer"));
  }

  @Property
  @FromData("leaks")
  void an_origin_is_told_what_it_cannot_know(
      @ForAll String scenario, @ForAll Secret secret, @ForAll String variant) {
    assertThat(leak(scenario, secret, variant)).isNotEmpty();
  }

  @Data
  Iterable<Tuple3<String, Secret, String>> secretsThatAreKept() {
    return Table.of(
        // The frame's popup is noopener there, and so in no group of the page.
        Tuple.of(
            COMPANY.replace(
                "  https://a.example/2:",
                """
                  https://a.example/:
                    headers: {Cross-Origin-Opener-Policy: same-origin}
                  https://a.example/2:\
                """),
            Secret.FRAMES_POPUP,
            "html"),
        Tuple.of(COMPANY, Secret.NEXT_PAGE, "html"),
        Tuple.of(COMPANY, Secret.PATH, "html"),
        Tuple.of(OTHER_SIDE, Secret.NEXT_PAGE, "html,report-only-condition=separate"),
        Tuple.of(OTHER_SIDE, Secret.PATH, "html"),
        Tuple.of(INITIAL_URL, Secret.PATH, "html"));
  }

  @Property
  @FromData("secretsThatAreKept")
  void an_origin_is_not_told(
      @ForAll String scenario, @ForAll Secret secret, @ForAll String variant) {
    assertThat(leak(scenario, secret, variant)).isEmpty();
  }

  @Example
  void the_other_run_lacks_the_popup_and_the_report() {
    var leak = leak(COMPANY, Secret.FRAMES_POPUP, "html").get();
    assertThat(leak.origin()).hasToString("https://a.example");
    assertThat(leak.step()).isEqualTo(3);
    assertThat(leak.told()).singleElement().asString().contains("navigation-to-response");
    assertThat(leak.otherwise()).isEmpty();
    assertThat(leak.other().missing()).containsExactly(2);
    assertThat(leak.other().scenario().steps()).hasSize(3);
  }

  @Example
  void what_an_origin_sees_by_itself_is_no_leak_of_reports() {
    // The opener of the popup has a handle on it, and sees what becomes of it.
    String enforced =
        OTHER_SIDE.replace(
            "Cross-Origin-Opener-Policy-Report-Only: same-origin}",
            "Cross-Origin-Opener-Policy: same-origin}");
    assertThat(leak(enforced, Secret.NEXT_PAGE, "html")).isEmpty();
  }

  private static Option<Leak> leak(String text, Secret secret, String variant) {
    var scenario = ScenarioFiles.read("test.yaml", text).get().head().scenario();
    var run = ScenarioRun.of(scenario, Variants.parse(variant).get(), Capabilities.ALL);
    return OtherRuns.leak(scenario, run, secret);
  }

  // By search.

  private static Checked search(Invariant invariant, String name, int frames, int steps) {
    var search = new SecrecySearch(invariant);
    var variant = Variants.parse(name).get();
    Bound bound =
        search
            .standardFor(variant)
            .withOrigins(2)
            .withRedirects(0)
            .withFrames(frames)
            .withSteps(Option.some(steps))
            .withValues(Vector.of(OpenerPolicyValue.UNSAFE_NONE, OpenerPolicyValue.SAME_ORIGIN));
    return search.search(variant, bound, Conduct.PLAIN, 1);
  }

  @Example
  void a_search_finds_that_company_is_told_and_no_shorter_run_tells_it() {
    var shortest = search(SecrecyInvariants.HIDES_FRAMES_POPUPS, "html", 1, 4);
    assertThat(shortest.verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            violated -> {
              assertThat(violated.counterexample().scenario().steps()).hasSize(4);
              assertThat(violated.counterexample().other().map(it -> it.steps().size()))
                  .containsExactly(3);
            });
    assertThat(search(SecrecyInvariants.HIDES_FRAMES_POPUPS, "html", 1, 3).verdict())
        .isNotInstanceOf(Verdict.Violated.class);
  }

  @Example
  void a_search_finds_where_a_popup_went_and_no_shorter_run_tells_it() {
    assertThat(search(SecrecyInvariants.HIDES_WHERE_POPUPS_GO, "html", 0, 4).verdict())
        .isInstanceOf(Verdict.Violated.class);
    assertThat(search(SecrecyInvariants.HIDES_WHERE_POPUPS_GO, "html", 0, 3).verdict())
        .isNotInstanceOf(Verdict.Violated.class);
  }

  @Example
  void paths_are_kept_but_by_the_design_documents_initial_url() {
    assertThat(search(SecrecyInvariants.HIDES_PATHS, "html", 0, 3).verdict())
        .isInstanceOf(Verdict.Holds.class);
    assertThat(search(SecrecyInvariants.HIDES_PATHS, "html,reporting=explainer", 1, 4).verdict())
        .isInstanceOf(Verdict.Violated.class);
  }

  @Property
  void last_steps_that_are_left_out_tell_nothing(@ForAll Secret secret) {
    assertThat(leaks(secret, true)).isNotEmpty().isEqualTo(leaks(secret, false));
  }

  /** All leaks within a small bound, by their runs. */
  private static Vector<String> leaks(Secret secret, boolean isHasty) {
    var variant = Variants.parse("html,reporting=explainer").get();
    var bound =
        new SecrecySearch(SecrecyInvariants.HIDES_PATHS)
            .standardFor(variant)
            .withOrigins(2)
            .withRedirects(0)
            .withSteps(Option.some(4))
            .withKinds(
                TreeSet.of(
                    StepKind.OPEN,
                    StepKind.NAVIGATE,
                    StepKind.IFRAME,
                    StepKind.REPORT_ONLY,
                    StepKind.REPORT_ENDPOINT,
                    StepKind.ACCESS));
    var universe = new Universe(bound);
    var result =
        BreadthFirstSearch.search(
            () -> new KnowledgeSystem(universe, variant, secret, isHasty),
            SearchPlan.<Knowledge, String>of(Vector.of(new EveryLeak()))
                .withLimits(SearchLimits.NONE.withSteps(4)));
    return result
        .findings()
        .map(finding -> finding.trace().last().possible().map(Knowledge.Possible::steps).toString())
        .sorted();
  }

  private record EveryLeak() implements StateCheck<Knowledge, String> {
    @Override
    public String name() {
      return "every leak";
    }

    @Override
    public int enough() {
      return Integer.MAX_VALUE;
    }

    @Override
    public boolean isHitBy(Knowledge initial) {
      return false;
    }

    @Override
    public boolean isHitBy(Knowledge before, String action, Knowledge after) {
      return after.isLeak();
    }
  }
}
