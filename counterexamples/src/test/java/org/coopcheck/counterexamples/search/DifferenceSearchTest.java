package org.coopcheck.counterexamples.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES;
import static org.coopcheck.model.policy.OpenerPolicyValue.RESTRICT_PROPERTIES_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;
import static org.coopcheck.properties.bound.StepKind.ABOUT_BLANK;
import static org.coopcheck.properties.bound.StepKind.CLOSE;
import static org.coopcheck.properties.bound.StepKind.DOCUMENT_OPEN;
import static org.coopcheck.properties.bound.StepKind.ERROR;
import static org.coopcheck.properties.bound.StepKind.IFRAME;
import static org.coopcheck.properties.bound.StepKind.NAME;
import static org.coopcheck.properties.bound.StepKind.NAVIGATE;
import static org.coopcheck.properties.bound.StepKind.OPEN;
import static org.coopcheck.properties.bound.StepKind.PAGE_POLICY;
import static org.coopcheck.properties.bound.StepKind.TRAVERSE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple4;
import net.jqwik.api.Tuple.Tuple5;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.report.json.ResultJson;
import org.coopcheck.counterexamples.search.DifferenceSearch.Answer;
import org.coopcheck.counterexamples.search.DifferenceSearch.Found;
import org.coopcheck.counterexamples.search.DifferenceSearch.Question;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.PairSystem.Pair;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;

/** The smallest scenarios that two variants do not answer alike, and no others. */
class DifferenceSearchTest {
  private static final SortedSet<Observable> EVERYTHING = TreeSet.of(Observable.values());
  private static final Vector<OpenerPolicyValue> WITH_RESTRICTED_PAGES =
      Vector.of(UNSAFE_NONE, RESTRICT_PROPERTIES, RESTRICT_PROPERTIES_PLUS_COEP);

  private static Variant variant(String name) {
    return Variants.parse(name).get();
  }

  private static Bound bound(int steps, StepKind... kinds) {
    return Bound.DEFAULT
        .withRedirects(0)
        .withSteps(Option.some(steps))
        .withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN, SAME_ORIGIN_PLUS_COEP))
        .withKinds(TreeSet.of(kinds));
  }

  private static Answer search(Question question, boolean symmetry) {
    return DifferenceSearch.search(question, Conduct.PLAIN.withSymmetry(symmetry));
  }

  private static Question question(String a, String b, Bound bound, SortedSet<Observable> wanted) {
    return new Question(variant(a), variant(b), bound, wanted, 100);
  }

  // Minimality, by results of runs alone.

  @Data
  Iterable<Tuple5<String, String, Integer, String, Bound>> smallest() {
    return Table.of( // the two, steps, the rule that decides, bound
        Tuple.of(
            "html",
            "html,about-blank=literal",
            2,
            "create-navigation-params-by-fetching",
            bound(2, OPEN, NAVIGATE, IFRAME, ABOUT_BLANK, CLOSE)),
        Tuple.of(
            "html",
            "html+naive",
            3,
            "the-rules-for-choosing-a-navigable",
            bound(3, OPEN, NAVIGATE, IFRAME)),
        Tuple.of(
            "html,noopener-rule=off",
            "html",
            3,
            "the-rules-for-choosing-a-navigable",
            bound(3, OPEN, IFRAME, ERROR)),
        Tuple.of(
            "html",
            "html,name=sticky",
            2,
            "finalize-a-cross-document-navigation",
            bound(2, OPEN, NAVIGATE, NAME)),
        Tuple.of(
            "html",
            "html,traversal=restore",
            3,
            "apply-the-history-step",
            bound(3, OPEN, NAVIGATE, TRAVERSE)),
        Tuple.of(
            "restrict-properties+none",
            "restrict-properties+coop-origin",
            3,
            "creating-a-new-browsing-context",
            bound(3, OPEN, NAVIGATE, IFRAME).withValues(WITH_RESTRICTED_PAGES)),
        Tuple.of(
            "cpwpp",
            "cpwpp-no-coi-key",
            2,
            "obtain-similar-origin-window-agent",
            bound(2, OPEN, NAVIGATE, IFRAME, PAGE_POLICY)),
        Tuple.of( // where no page asks for it
            "html",
            "restrict-properties",
            3,
            "creating-a-new-browsing-context",
            bound(3, OPEN, NAVIGATE, IFRAME)));
  }

  @Property
  @FromData("smallest")
  void no_shorter_run_gives_two_results(
      @ForAll String a,
      @ForAll String b,
      @ForAll int steps,
      @ForAll String rule,
      @ForAll Bound bound) {
    var first = search(question(a, b, bound, EVERYTHING), true).found().head();
    assertThat(first.scenario().steps()).hasSize(steps);
    assertThat(first.divergence().cause().a().get().rule().id()).isEqualTo(rule);
    assertThat(result(first.scenario(), a)).isNotEqualTo(result(first.scenario(), b));
    var shorter = allRuns(new Universe(bound), variant(a), steps - 1);
    assertThat(shorter).hasSizeGreaterThan(5);
    assertThat(shorter.filter(each -> !result(each, a).equals(result(each, b)))).isEmpty();
  }

  @Example
  void restrict_properties_parts_scripts_in_two_steps_and_not_in_one() {
    var html = "html";
    var proposal = "restrict-properties";
    var bound = bound(2, OPEN, NAVIGATE, IFRAME).withValues(WITH_RESTRICTED_PAGES);
    var first =
        search(question(html, proposal, bound, TreeSet.of(Observable.DOM)), true).found().head();
    assertThat(first.scenario().steps()).hasSize(2);
    assertThat(scripting(first.scenario(), html)).containsValue(true).doesNotContainValue(false);
    assertThat(scripting(first.scenario(), proposal)).doesNotContainValue(true);
    var shorter = allRuns(new Universe(bound), variant(html), 1);
    assertThat(shorter.filter(each -> !result(each, html).equals(result(each, proposal))))
        .isNotEmpty(); // the value is read, but
    assertThat(shorter)
        .allSatisfy(each -> assertThat(scripting(each, html)).isEqualTo(scripting(each, proposal)));
  }

  /** Which handle lets a script use a document's DOM, at the end of the run. */
  private static Map<String, Boolean> scripting(Scenario scenario, String variant) {
    Map<String, Boolean> scripting = new HashMap<>();
    ResultJson.of(scenario, ScenarioRun.of(scenario, variant(variant), Capabilities.ALL))
        .get("final")
        .get("handles")
        .properties()
        .forEach(
            handle -> scripting.put(handle.getKey(), handle.getValue().get("dom").asBoolean()));
    return scripting;
  }

  /** Every scenario of so many steps. As long as results are the same, so is what is offered. */
  private static Vector<Scenario> allRuns(Universe universe, Variant variant, int steps) {
    var empty =
        new Scenario("", Option.none(), Option.none(), universe.server().answers(), Vector.empty());
    return Vector.range(1, steps + 1)
        .foldLeft(
            Vector.of(empty),
            (all, step) ->
                all.flatMap(
                    scenario ->
                        universe
                            .stepsIn(
                                ScenarioRun.of(scenario, variant, Capabilities.ALL).finalWorld(),
                                new NavigableId("w" + step),
                                new NavigableId("f" + step))
                            .map(action -> scenario.withSteps(scenario.steps().append(action)))));
  }

  /** What a result tells of the windows and steps, but for the names of opaque origins. */
  private static String result(Scenario scenario, String variant) {
    var result =
        ResultJson.of(scenario, ScenarioRun.of(scenario, variant(variant), Capabilities.ALL));
    var told = result.objectNode();
    var steps = (ArrayNode) result.get("steps");
    for (JsonNode step : steps) {
      ((ObjectNode) step).remove("decisions");
      ((ObjectNode) step.get("outcome")).remove("why");
    }
    told.set("steps", steps);
    Map<String, String> names = new HashMap<>();
    return Pattern.compile("opaque-[0-9]+")
        .matcher(told.toString())
        .replaceAll(match -> names.computeIfAbsent(match.group(), name -> "opaque" + names.size()));
  }

  // Nothing is lost where pairs of worlds are taken for one.

  @Data
  Iterable<Tuple4<String, String, Bound, SortedSet<Observable>>> questions() {
    var two = Vector.of(UNSAFE_NONE, SAME_ORIGIN);
    var names = bound(3, OPEN, NAVIGATE, NAME).withValues(two);
    var history = bound(4, OPEN, NAVIGATE, TRAVERSE).withOrigins(1).withValues(two);
    var blank = bound(3, OPEN, NAVIGATE, ABOUT_BLANK, CLOSE).withValues(two);
    var initial =
        bound(4, OPEN, NAVIGATE, DOCUMENT_OPEN)
            .withOrigins(1)
            .withValues(Vector.of(UNSAFE_NONE, SAME_ORIGIN_ALLOW_POPUPS));
    var literal = "html,about-blank=literal";
    return Table.of(
        Tuple.of("html", literal, blank, EVERYTHING),
        Tuple.of("html", literal, blank, TreeSet.of(Observable.DOM, Observable.NAME)),
        Tuple.of("html", literal, blank, TreeSet.of(Observable.GROUP)),
        Tuple.of("html", literal, blank, TreeSet.of(Observable.PROCESS)),
        Tuple.of("html", literal, blank, TreeSet.of(Observable.AGENT_CLUSTER, Observable.CLOSED)),
        Tuple.of("html", "html,name=sticky", names, EVERYTHING),
        Tuple.of("html", "html,name=sticky", names, TreeSet.of(Observable.NAME)),
        Tuple.of("html", "html,traversal=restore", history, EVERYTHING),
        Tuple.of("html", "html,traversal=restore", history, TreeSet.of(Observable.HANDLE)),
        Tuple.of("html", "html,initial-about-blank=until-navigation", initial, EVERYTHING),
        Tuple.of(
            "html",
            "html,initial-about-blank=until-navigation",
            initial,
            TreeSet.of(Observable.GROUP, Observable.OPENER)));
  }

  @Property
  @FromData("questions")
  void the_search_finds_every_cause_at_its_smallest_and_no_other(
      @ForAll String a,
      @ForAll String b,
      @ForAll Bound bound,
      @ForAll SortedSet<Observable> wanted) {
    var question = question(a, b, bound, wanted);
    var all = causesOfAllRuns(question);
    for (boolean symmetry : new boolean[] {true, false}) {
      var answer = search(question, symmetry);
      assertThat(answer.end()).isInstanceOf(SearchEnd.StepsReached.class);
      assertThat(causes(answer)).isEqualTo(all);
    }
  }

  private static SortedMap<String, Integer> causes(Answer answer) {
    return answer
        .found()
        .toSortedMap(
            found -> found.divergence().cause().key(), found -> found.scenario().steps().size());
  }

  private static SortedMap<String, Integer> causesOfAllRuns(Question question) {
    var system =
        new PairSystem(
            new Universe(question.bound()), question.a(), question.b(), question.wanted(), false);
    SortedMap<String, Integer> causes = TreeMap.empty();
    Vector<Pair> layer = Vector.of(system.initial());
    for (int step = 1; step <= question.bound().steps().get(); step++) {
      layer = layer.flatMap(pair -> successors(system, pair));
      for (Pair pair : layer.filter(each -> each.together().isParted())) {
        String key = pair.together().cause().get().key();
        if (!causes.containsKey(key)) causes = causes.put(key, step);
      }
    }
    return causes;
  }

  private static Vector<Pair> successors(PairSystem system, Pair pair) {
    var found = new java.util.ArrayList<Pair>();
    system.forEachSuccessor(pair, (index, after) -> found.add(after));
    return Vector.ofAll(found);
  }

  @Example
  void the_questions_above_have_answers() {
    var counts =
        Vector.ofAll(questions())
            .map(each -> question(each.get1(), each.get2(), each.get3(), each.get4()))
            .map(
                each -> new Tuple2<>(each.b() + " " + each.wanted(), causesOfAllRuns(each).size()));
    assertThat(counts).allSatisfy(count -> assertThat(count._2).as(count._1).isPositive());
  }

  @Example
  void nothing_can_be_dropped_from_what_was_found() {
    var question = question("html", "html+naive", bound(3, OPEN, NAVIGATE, IFRAME), EVERYTHING);
    var found = search(question, true).found();
    assertThat(found).hasSizeGreaterThan(1);
    for (Found each : found) {
      var cause = each.divergence().cause();
      for (Scenario smaller : Drops.of(each.scenario())) {
        assertThat(
                Divergence.of(smaller, question.a(), question.b(), Capabilities.ALL, EVERYTHING)
                    .filter(it -> it.cause().key().equals(cause.key())))
            .as(cause.key())
            .isEmpty();
      }
    }
  }

  @Example
  void a_variant_does_not_differ_from_itself() {
    var answer =
        search(question("html", "html", bound(2, OPEN, NAVIGATE, IFRAME, NAME), EVERYTHING), true);
    assertThat(answer.found()).isEmpty();
    assertThat(answer.end()).isEqualTo(new SearchEnd.StepsReached(2));
  }

  @Example
  void what_comes_after_a_difference_is_not_looked_at() {
    var system =
        new PairSystem(
            new Universe(bound(3, OPEN, ABOUT_BLANK)),
            variant("html"),
            variant("html,about-blank=literal"),
            EVERYTHING,
            true);
    var parted =
        successors(system, system.initial())
            .flatMap(pair -> successors(system, pair))
            .filter(pair -> pair.together().isParted());
    assertThat(parted).isNotEmpty();
    assertThat(parted.flatMap(pair -> successors(system, pair))).isEmpty();
  }

  @Example
  void a_cause_is_the_same_whatever_origins_and_windows_are_called() {
    var question = question("html", "html,noopener-rule=off", bound(3, OPEN, IFRAME), EVERYTHING);
    var found = search(question, true).found().head();
    Scenario other = renamed(found.scenario());
    assertThat(other).isNotEqualTo(found.scenario());
    assertThat(
            Divergence.of(other, question.a(), question.b(), Capabilities.ALL, EVERYTHING)
                .map(divergence -> divergence.cause().key()))
        .contains(found.divergence().cause().key());
  }

  private static Scenario renamed(Scenario scenario) {
    Vector<Action> steps =
        scenario
            .steps()
            .map(step -> step.renamed(id -> new NavigableId("my" + id.label())))
            .map(step -> step.goingTo(DifferenceSearchTest::renamed));
    return scenario
        .withSteps(steps)
        .withResponses(
            scenario
                .responses()
                .toVector()
                .foldLeft(TreeMap.empty(), (all, entry) -> all.put(renamed(entry._1), entry._2)));
  }

  private static Url renamed(Url url) {
    return Url.of(
        url.toString().replace("a.example", "shop.test").replace("b.example", "pay.test"));
  }
}
