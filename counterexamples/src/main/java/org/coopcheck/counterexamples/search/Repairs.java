package org.coopcheck.counterexamples.search;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.FirstViolation;
import org.coopcheck.counterexamples.observation.Losses;
import org.coopcheck.counterexamples.observation.Moments;
import org.coopcheck.counterexamples.search.Repair.Change;
import org.coopcheck.counterexamples.search.Repair.OfHeader;
import org.coopcheck.counterexamples.search.Repair.OfRule;
import org.coopcheck.counterexamples.search.Repair.OfStep;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.invariant.Invariant;

/** What would repair a scenario that violates an invariant: each candidate is replayed. */
public final class Repairs {
  private static final String COOP = "Cross-Origin-Opener-Policy";
  private static final String COEP = "Cross-Origin-Embedder-Policy";
  private static final String CPWPP = "Cross-Page-Window-Proxy-Policy";
  private static final String PERMISSION = "cross-origin-isolated";

  private final Scenario scenario;
  private final Invariant invariant;
  private final Variant variant;
  private final Capabilities capabilities;
  private final ScenarioRun run;

  private Repairs(
      Scenario scenario, Invariant invariant, Variant variant, Capabilities capabilities) {
    this.scenario = scenario;
    this.invariant = invariant;
    this.variant = variant;
    this.capabilities = capabilities;
    this.run = ScenarioRun.of(scenario, variant, capabilities);
  }

  /**
   * The smallest changes after which the same actions no longer violate the invariant: of one header
   * of one response, one attribute, or one rule; of two headers or attributes if no single one is
   * enough.
   *
   * @param scenario a scenario that violates it
   * @param invariant the invariant
   * @param variant the rules
   * @param capabilities what the browser is able to do
   * @return the repairs, those that take away the least first
   */
  public static Vector<Repair> of(
      Scenario scenario, Invariant invariant, Variant variant, Capabilities capabilities) {
    return new Repairs(scenario, invariant, variant, capabilities).all();
  }

  private Vector<Repair> all() {
    var changes = headers().appendAll(attributes());
    var single = changes.flatMap(change -> repair(Vector.of(change)));
    var ofSites = single.isEmpty() ? pairs(changes).flatMap(this::repair) : single;
    var ofRules =
        RuleChanges.of(variant, run).flatMap(choice -> repair(Vector.of(new OfRule(choice))));
    return ofSites
        .appendAll(ofRules)
        .sortBy(repair -> repair.losses().size())
        .sortBy(Repair::isEvasive);
  }

  private static Vector<Vector<Change>> pairs(Vector<Change> changes) {
    return changes
        .zipWithIndex()
        .flatMap(
            first ->
                changes
                    .drop(first._2 + 1)
                    .filter(second -> !isOfOnePlace(first._1, second))
                    .map(second -> Vector.of(first._1, second)));
  }

  private static boolean isOfOnePlace(Change a, Change b) {
    return switch (a) {
      case OfHeader one ->
          b instanceof OfHeader other
              && one.url().equals(other.url())
              && one.name().equals(other.name());
      case OfStep one -> b instanceof OfStep other && one.step() == other.step();
      case OfRule one -> true;
    };
  }

  private Option<Repair> repair(Vector<Change> changes) {
    var changed = changes.foldLeft(scenario, Repairs::applied);
    var rules = changes.foldLeft(variant, Repairs::applied);
    var repaired = ScenarioRun.of(changed, rules, capabilities);
    return Option.when(
        FirstViolation.in(changed, repaired, Vector.of(invariant)).isEmpty(),
        () ->
            new Repair(
                changes,
                changed,
                rules,
                Losses.between(run, repaired),
                !saysSomething(invariant, changed, repaired)));
  }

  /** Whether the invariant applies to a moment of the run. */
  static boolean saysSomething(Invariant invariant, Scenario scenario, ScenarioRun run) {
    return Moments.of(scenario, run).exists(invariant.isWitness()::apply);
  }

  // Applying changes.

  private static Scenario applied(Scenario scenario, Change change) {
    return switch (change) {
      case OfHeader(var url, var name, var from, var to) ->
          scenario.withResponses(
              scenario
                  .responses()
                  .put(url, answers(scenario, url).map(answer -> withHeader(answer, name, to))));
      case OfStep(var step, var name, var from, var to, var action) ->
          scenario.withSteps(scenario.steps().update(step - 1, action));
      case OfRule rule -> scenario;
    };
  }

  private static Variant applied(Variant variant, Change change) {
    return change instanceof OfRule(var choice) ? choice.applyTo(variant) : variant;
  }

  private static Answer withHeader(Answer answer, String name, Option<String> value) {
    return switch (answer) {
      case Answer.Served(var status, var headers) -> {
        HeaderList without = headers.without(name);
        yield new Answer.Served(
            status, value.map(text -> without.with(name, text)).getOrElse(without));
      }
      case Answer.Nothing nothing -> nothing;
    };
  }

  // Candidates.

  private Vector<Change> headers() {
    return Scenarios.asked(scenario, variant, capabilities)
        .distinct()
        .filter(url -> answers(scenario, url).exists(Answer.Served.class::isInstance))
        .flatMap(url -> headers(url));
  }

  private Vector<Change> headers(Url url) {
    var tokens =
        variant
            .values()
            .map(OpenerPolicyValue::withoutCoep)
            .distinct()
            .map(OpenerPolicyValue::token);
    return headers(url, COOP, tokens)
        .appendAll(headers(url, COEP, Vector.of("unsafe-none", "require-corp")))
        .appendAll(
            variant.hasPagePolicies()
                ? headers(url, CPWPP, Vector.of("none", "closed-opener-postMessage"))
                : Vector.empty());
  }

  /** The first token is what the absence of the field means. */
  private Vector<Change> headers(Url url, String name, Vector<String> tokens) {
    var from =
        answers(scenario, url)
            .flatMap(
                answer ->
                    answer instanceof Answer.Served served
                        ? served.headers().get(name)
                        : Option.<String>none())
            .headOption();
    return tokens
        .map(token -> Option.of(token).filter(each -> !each.equals(tokens.head())))
        .filter(to -> !to.equals(from))
        .map(to -> new OfHeader(url, name, from, to));
  }

  private static Vector<Answer> answers(Scenario scenario, Url url) {
    return scenario.responses().get(url).getOrElse(Vector.of(Answer.Served.PLAIN));
  }

  private Vector<Change> attributes() {
    return scenario.steps().zipWithIndex().flatMap(step -> attributes(step._2 + 1, step._1));
  }

  private static Vector<Change> attributes(int step, Action action) {
    return switch (action) {
      case Action.InsertIframe iframe -> attributes(step, iframe);
      case Action.OpenWindow open -> attributes(step, open);
      case Action.OpenTopLevelTraversable a -> Vector.empty();
      case Action.Navigate a -> Vector.empty();
      case Action.Traverse a -> Vector.empty();
      case Action.Reload a -> Vector.empty();
      case Action.Close a -> Vector.empty();
      case Action.UseProperty a -> Vector.empty();
      case Action.UseDom a -> Vector.empty();
      case Action.SetName a -> Vector.empty();
      case Action.FindByName a -> Vector.empty();
      case Action.PushState a -> Vector.empty();
      case Action.OpenDocument a -> Vector.empty();
    };
  }

  private static Vector<Change> attributes(int step, Action.InsertIframe iframe) {
    var permission = iframe.allow().isDefined() ? Option.<String>none() : Option.some(PERMISSION);
    var sandbox =
        iframe.sandbox().isDefined()
            ? Option.<String>none()
            : Option.some("allow-scripts allow-same-origin");
    return Vector.of(
        new OfStep(
            step,
            "allow",
            iframe.allow(),
            permission,
            new Action.InsertIframe(
                iframe.inserted(),
                iframe.in(),
                iframe.url(),
                iframe.sandbox(),
                permission,
                iframe.credentialless())),
        new OfStep(
            step,
            "sandbox",
            iframe.sandbox(),
            sandbox,
            new Action.InsertIframe(
                iframe.inserted(),
                iframe.in(),
                iframe.url(),
                sandbox,
                iframe.allow(),
                iframe.credentialless())));
  }

  private static Vector<Change> attributes(int step, Action.OpenWindow open) {
    var features = Option.of(open.features()).filter(text -> !text.isEmpty());
    var other = features.isDefined() ? Option.<String>none() : Option.some("noopener");
    return Vector.of(
        new OfStep(
            step,
            "features",
            features,
            other,
            new Action.OpenWindow(
                open.opened(), open.by(), open.url(), open.target(), other.getOrElse(""))));
  }
}
