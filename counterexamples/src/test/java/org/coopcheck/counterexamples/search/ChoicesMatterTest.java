package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.counterexamples.observation.Observable.REPORTS;
import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.bound.StepKind.ABOUT_BLANK;
import static org.coopcheck.properties.bound.StepKind.ACCESS;
import static org.coopcheck.properties.bound.StepKind.BLOB;
import static org.coopcheck.properties.bound.StepKind.CSP_SANDBOX;
import static org.coopcheck.properties.bound.StepKind.DELEGATION;
import static org.coopcheck.properties.bound.StepKind.DOCUMENT_OPEN;
import static org.coopcheck.properties.bound.StepKind.EMBEDDER_POLICY;
import static org.coopcheck.properties.bound.StepKind.ERROR;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.PAGE_POLICY;
import static org.coopcheck.properties.bound.StepKind.REPORT_ENDPOINT;
import static org.coopcheck.properties.bound.StepKind.REPORT_ONLY;
import static org.coopcheck.properties.bound.StepKind.SANDBOX;
import static org.coopcheck.properties.bound.StepKind.TAB;
import static org.coopcheck.properties.bound.StepKind.TRAVERSE;

import io.vavr.collection.Map;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.search.DifferenceSearch.Question;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Choices;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.RestrictProperties;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;

/** Every named choice changes something that can be seen, or is the standard's own answer. */
class ChoicesMatterTest {
  /** What html answers anyway; said aloud, it changes another variant. */
  private static final SortedSet<String> ANSWERS_OF_THE_STANDARD =
      TreeSet.of(
          "first-comparison=active-document",
          "noopener-rule=top-level",
          "popup-group=opener",
          "popup-opener-policy=same-origin",
          "popup-permission=granted");

  private static final SortedSet<StepKind> PLAIN = TreeSet.of(OPEN, NAVIGATE, IFRAME);

  /** The kinds of steps that a question is about, besides the plain ones. */
  private static final Map<String, SortedSet<StepKind>> KINDS =
      TreeMap.<String, SortedSet<StepKind>>empty()
          .put("about-blank", TreeSet.of(ABOUT_BLANK))
          .put("blob", TreeSet.of(BLOB))
          .put("cpwpp-access", TreeSet.of(PAGE_POLICY))
          .put("cpwpp-names", TreeSet.of(PAGE_POLICY, NAME))
          .put("cpwpp-popups", TreeSet.of(PAGE_POLICY))
          .put("csp-sandbox", TreeSet.of(CSP_SANDBOX))
          .put("error-page", TreeSet.of(ERROR))
          .put("initial-about-blank", TreeSet.of(DOCUMENT_OPEN))
          .put("name", TreeSet.of(NAME))
          .put("nap-report-only", TreeSet.of(REPORT_ONLY))
          .put("optional-switch", TreeSet.of(TAB))
          .put("popup-embedder-policy", TreeSet.of(EMBEDDER_POLICY))
          .put("popup-permission", TreeSet.of(DELEGATION))
          .put("sandbox-error", TreeSet.of(SANDBOX))
          .put("traversal", TreeSet.of(TRAVERSE));

  /**
   * How far is looked for a choice about reports: as little as shows it, since every endpoint makes
   * another page.
   *
   * @param base the nearest variant in which the question comes up
   * @param steps the number of steps
   * @param origins the number of origins
   * @param values the values of opener policies
   * @param kinds the kinds of steps besides that windows are opened and report
   */
  private record Reported(
      String base,
      int steps,
      int origins,
      Vector<OpenerPolicyValue> values,
      SortedSet<StepKind> kinds) {

    static Reported within(int steps, int origins, StepKind... kinds) {
      return new Reported(
          "html", steps, origins, Vector.of(UNSAFE_NONE, SAME_ORIGIN), TreeSet.of(kinds));
    }

    Reported of(OpenerPolicyValue... offered) {
      return new Reported(base, steps, origins, Vector.of(offered), kinds);
    }

    Reported under(String variant) {
      return new Reported(variant, steps, origins, values, kinds);
    }

    Bound bound(String key) {
      return Bound.DEFAULT
          .withValues(values)
          .withOrigins(origins)
          .withSteps(Option.some(steps))
          .withWindows(key.equals("report-monitor-5-2") ? 3 : 2)
          .withFrames(1)
          .withRedirects(key.equals("report-url") ? 1 : 0)
          .withKinds(kinds.addAll(Vector.of(OPEN, REPORT_ONLY, REPORT_ENDPOINT)));
    }
  }

  private static final String SWITCH_MONITORS = "html,report-accesses=switch-monitors";

  private static final Map<String, Reported> OF_REPORTS =
      TreeMap.<String, Reported>empty()
          .put("reporting=explainer", Reported.within(2, 1))
          .put("reporting=standard", Reported.within(2, 1))
          .put("report-enforced-accesses=yes", Reported.within(3, 1, ACCESS).under(SWITCH_MONITORS))
          .put(
              "report-monitor-5-2=opener",
              Reported.within(4, 1, ACCESS)
                  .under(SWITCH_MONITORS + ",report-enforced-accesses=yes"))
          .put("report-repeated=each", Reported.within(4, 1, ACCESS))
          .put("report-frames=both", Reported.within(4, 1, ACCESS, IFRAME))
          .put("report-frames=own", Reported.within(4, 1, ACCESS, IFRAME))
          .put(
              "report-only-condition=mixed",
              Reported.within(2, 1)
                  .of(UNSAFE_NONE, RESTRICT_PROPERTIES)
                  .under("restrict-properties+none"))
          .put("report-only-condition=separate", Reported.within(2, 1))
          .put("report-refused=yes", Reported.within(3, 1, IFRAME, SANDBOX))
          .put("report-only-endpoint=enforced", Reported.within(2, 1))
          .put(
              "report-missing-endpoint=unaddressed",
              Reported.within(3, 1, ACCESS).under("html,report-accesses=check"))
          .put("report-first-navigation=active-document", Reported.within(2, 1))
          .put("report-first-navigation=opener", Reported.within(4, 2, NAVIGATE).of(SAME_ORIGIN))
          .put("report-url=whole-chain", Reported.within(3, 2, ACCESS).of(SAME_ORIGIN))
          .put("report-initial-url=always", Reported.within(4, 2, ACCESS, NAVIGATE).of(SAME_ORIGIN))
          .put("report-kind=violation", Reported.within(2, 1))
          .put("report-types=one", Reported.within(3, 1, ACCESS))
          .put("report-types=two", Reported.within(3, 1, ACCESS))
          .put("report-members=standard", Reported.within(3, 1, ACCESS))
          .put("report-members=explainer", Reported.within(2, 1))
          .put("report-withheld=null", Reported.within(2, 2))
          .put(
              "report-policy=as-written",
              Reported.within(2, 1).of(UNSAFE_NONE, SAME_ORIGIN_PLUS_COEP))
          .put("report-opened-values=shifted", Reported.within(3, 1, ACCESS));

  /**
   * For choices about reports that no bound shows that is searched in a minute: a window that is
   * neither opener nor openee, a property that goes by a number, an access that is done again, the
   * second page in a window, a window whose only company is in another group of its COOP group, and
   * one that was opened empty.
   */
  private static final Map<String, Scenario> TOLD =
      TreeMap.<String, Scenario>empty()
          .put(
              "report-other-window=opened",
              tried(
                  """
                  - {tab: one, url: https://a.example/}
                  - {open: two, by: one, url: https://a.example/two, target: two}
                  - {open: three, by: one, url: https://a.example/ro}
                  - {find: two, by: three, name: two}
                  - {access: two, by: three, property: closed}
                  """))
          .put(
              "report-properties=letter",
              tried(
                  """
                  - {tab: one, url: https://a.example/}
                  - {open: two, by: one, url: https://a.example/ro}
                  - {access: two, by: one, property: "7"}
                  """))
          .put(
              "report-accesses=check",
              tried(
                  """
                  - {tab: one, url: https://a.example/}
                  - {open: two, by: one, url: https://a.example/ro}
                  - {access: two, by: one, property: closed}
                  - {access: two, by: one, property: postMessage}
                  """))
          .put(
              "report-accesses=switch-monitors",
              tried(
                  """
                  - {tab: one, url: https://a.example/ro}
                  - {open: two, by: one, url: https://a.example/}
                  - {navigate: two, url: https://a.example/none}
                  - {access: one, by: two, property: postMessage}
                  """))
          .put(
              "report-company=group",
              tried(
                  """
                  - {tab: one, url: https://b.example/rp}
                  - {open: two, by: one, url: https://a.example/}
                  - {navigate: two, url: https://a.example/enforced}
                  """))
          .put(
              "report-opened-url=first-response",
              tried(
                  """
                  - {tab: one, url: https://a.example/ro}
                  - {open: two, by: one}
                  - {navigate: two, url: https://b.example/}
                  - {access: one, by: two, property: closed}
                  """));

  /** On pages that try a policy, enforce one, or restrict what others can use of them. */
  private static Scenario tried(String steps) {
    return scenario(
        """
        coopcheck: 1
        responses:
          https://a.example/ro:
            headers:
              Cross-Origin-Opener-Policy-Report-Only: same-origin; report-to="e"
              Reporting-Endpoints: e="https://a.example/reports"
          https://a.example/none:
            headers:
              Cross-Origin-Opener-Policy-Report-Only: unsafe-none; report-to="e"
              Reporting-Endpoints: e="https://a.example/reports"
          https://a.example/enforced:
            headers:
              Cross-Origin-Opener-Policy: same-origin; report-to="e"
              Reporting-Endpoints: e="https://a.example/reports"
          https://b.example/rp:
            headers: {Cross-Origin-Opener-Policy: restrict-properties}
        steps:
        """
            + steps);
  }

  private static Scenario scenario(String text) {
    return ScenarioFiles.read("told.yaml", text).get().head().scenario();
  }

  @Example
  void every_choice_but_the_standards_own_answers_makes_a_difference() {
    var without = Choices.ALL.reject(Choice::isDefault).reject(ChoicesMatterTest::matters);
    assertThat(without.map(Choice::spelling))
        .containsExactlyInAnyOrderElementsOf(ANSWERS_OF_THE_STANDARD);
  }

  @Example
  void what_is_looked_for_is_a_choice() {
    assertThat(OF_REPORTS.keySet().addAll(TOLD.keySet()))
        .isEqualTo(
            Choices.ALL
                .reject(Choice::isDefault)
                .map(Choice::spelling)
                .filter(spelling -> spelling.startsWith("report"))
                .toSortedSet());
  }

  private static boolean matters(Choice choice) {
    return OF_REPORTS
        .get(choice.spelling())
        .map(reported -> matters(choice, reported))
        .orElse(() -> TOLD.get(choice.spelling()).map(scenario -> matters(choice, scenario)))
        .getOrElse(() -> mattersWithoutReports(choice));
  }

  private static boolean matters(Choice choice, Reported reported) {
    var base = Variants.parse(reported.base()).get();
    var question =
        new Question(
            base, choice.applyTo(base), reported.bound(choice.key()), TreeSet.of(REPORTS), 1);
    return !DifferenceSearch.search(question, Conduct.PLAIN).found().isEmpty();
  }

  private static boolean matters(Choice choice, Scenario scenario) {
    var base =
        choice.key().equals("report-company") ? RestrictProperties.VARIANT : HtmlStandard.VARIANT;
    return Divergence.of(
            scenario, base, choice.applyTo(base), Capabilities.ALL, TreeSet.of(REPORTS))
        .isDefined();
  }

  private static boolean mattersWithoutReports(Choice choice) {
    var base = base(choice);
    var kinds = KINDS.get(choice.key()).getOrElse(TreeSet.empty()).union(PLAIN);
    var bound =
        Bound.standardFor(Vector.of(base))
            .withKinds(kinds)
            .withRedirects(choice.key().equals("redirect-comparison") ? 1 : 0)
            .withOrigins(choice.key().equals("agent-cluster") ? 3 : 2)
            .withSteps(Option.some(3));
    var question =
        new Question(
            base, choice.applyTo(base), bound, TreeSet.of(Observable.values()).remove(REPORTS), 1);
    return !DifferenceSearch.search(question, Conduct.PLAIN).found().isEmpty();
  }

  /** The nearest variant in which the question comes up. */
  private static Variant base(Choice choice) {
    // A window comes back to a group, and to the name that it has there, only in COOP groups.
    var html = choice.key().equals("name") ? Vector.<String>empty() : Vector.of("html");
    return html.appendAll(Vector.of("restrict-properties+none", "cpwpp"))
        .map(name -> Variants.parse(name).get())
        .find(variant -> choice.refusal().apply(variant).isEmpty())
        .get();
  }
}
