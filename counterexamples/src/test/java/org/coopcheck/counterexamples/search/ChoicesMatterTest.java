package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.properties.bound.StepKind.ABOUT_BLANK;
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
import org.coopcheck.counterexamples.search.DifferenceSearch.Question;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.Choices;
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

  @Example
  void every_choice_but_the_standards_own_answers_makes_a_difference() {
    var without = Choices.ALL.reject(Choice::isDefault).reject(ChoicesMatterTest::matters);
    assertThat(without.map(Choice::spelling))
        .containsExactlyInAnyOrderElementsOf(ANSWERS_OF_THE_STANDARD);
  }

  private static boolean matters(Choice choice) {
    var base = base(choice);
    var kinds = KINDS.get(choice.key()).getOrElse(TreeSet.empty()).union(PLAIN);
    var bound =
        Bound.standardFor(Vector.of(base))
            .withKinds(kinds)
            .withRedirects(choice.key().equals("redirect-comparison") ? 1 : 0)
            .withOrigins(choice.key().equals("agent-cluster") ? 3 : 2)
            .withSteps(Option.some(3));
    var question =
        new Question(base, choice.applyTo(base), bound, TreeSet.of(Observable.values()), 1);
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
