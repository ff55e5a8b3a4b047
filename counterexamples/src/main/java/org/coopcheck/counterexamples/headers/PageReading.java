package org.coopcheck.counterexamples.headers;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.report.text.Cut;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.agent.CrossOriginIsolation;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/**
 * What the page at the end of a chain of responses is able to do, found out by running it.
 *
 * @param error why it is an error page, if it is one
 * @param unmetConditions the conditions of cross-origin isolation that it does not meet
 * @param opened whether a page on another origin, with no policy, keeps the page as its popup
 * @param opens whether the page keeps a popup on another origin, with no policy
 */
public record PageReading(
    Option<LoadError> error, Vector<String> unmetConditions, Link opened, Link opens) {
  private static final NavigableId PAGE = new NavigableId("page");
  private static final NavigableId OTHER = new NavigableId("other");
  private static final Url OTHER_URL = Url.of("https://a-page-on-another-origin.example/");

  /**
   * A page that opens another.
   *
   * @param isKept whether the opener reaches it afterwards
   * @param refusal why there is no window at all
   * @param cut what parted them, if a comparison did
   */
  public record Link(boolean isKept, Option<String> refusal, Option<Cut> cut) {}

  /** Whether it is cross-origin isolated when the user opens it. */
  public boolean isIsolated() {
    return unmetConditions.isEmpty();
  }

  /**
   * @param chain the responses, redirects first
   * @param variant the rules
   */
  static PageReading of(Vector<ChainedResponse> chain, Variant variant) {
    var first = chain.head().url();
    var alone = run(chain, variant, new Action.OpenTopLevelTraversable(PAGE, first));
    return new PageReading(
        documentIn(alone, PAGE).error(),
        CrossOriginIsolation.unmetConditions(alone.finalWorld(), documentIn(alone, PAGE)),
        link(
            run(
                chain,
                variant,
                new Action.OpenTopLevelTraversable(OTHER, OTHER_URL),
                open(PAGE, OTHER, first)),
            OTHER,
            PAGE),
        link(
            run(
                chain,
                variant,
                new Action.OpenTopLevelTraversable(PAGE, first),
                open(OTHER, PAGE, OTHER_URL)),
            PAGE,
            OTHER));
  }

  private static ScenarioRun run(Vector<ChainedResponse> chain, Variant variant, Action... steps) {
    var responses =
        chain
            .groupBy(each -> each.url().withoutFragment())
            .mapValues(
                each -> each.map(one -> (Answer) new Answer.Served(one.status(), one.headers())));
    var scenario =
        new Scenario(
            "headers",
            Option.none(),
            Option.none(),
            TreeMap.ofEntries(responses),
            Vector.of(steps));
    return ScenarioRun.of(scenario, variant, Capabilities.ALL);
  }

  private static Action open(NavigableId opened, NavigableId by, Url url) {
    return new Action.OpenWindow(opened, by, Option.some(url), "_blank", "");
  }

  private static Link link(ScenarioRun run, NavigableId opener, NavigableId opened) {
    World world = run.finalWorld();
    return new Link(
        world.hasNavigable(opened)
            && Access.handleOn(world, documentIn(run, opener), opened)
                .exists(handle -> Access.isOpen(world, handle)),
        run.steps().last().step().outcome() instanceof Outcome.NotDone(var why)
            ? Option.some(why)
            : Option.none(),
        Cut.in(run.steps().last().decisions()));
  }

  private static Document documentIn(ScenarioRun run, NavigableId id) {
    return run.finalWorld().activeDocument(id);
  }
}
