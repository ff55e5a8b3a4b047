package org.coopcheck.properties.generator;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.generator.Draws.Weighted;

/**
 * Makes runs of the steps that a rich universe offers. Each step is three small choices: a kind of
 * step, one of the steps of that kind, and a page for it.
 */
public final class UniverseRuns {
  /** What the runs are made of. */
  public static final Bound BOUND =
      new Bound(
          4,
          3,
          3,
          2,
          Option.none(),
          HtmlStandard.VARIANT.values(),
          TreeSet.of(StepKind.values()),
          Capabilities.ALL);

  // NB: with one page only, a universe lists its steps fast. The page is then drawn from those of
  // the rich universe, which offers every such step with every page.
  private static final Bound SHAPES =
      BOUND.withOrigins(1).withRedirects(0).withValues(Vector.of(OpenerPolicyValue.UNSAFE_NONE));

  // Windows are closed rarely, so that most runs have several.
  private static final Vector<Weighted<Vector<StepKind>>> WEIGHTS =
      Vector.of(
          new Weighted<>(10, Vector.of(StepKind.OPEN)),
          new Weighted<>(10, Vector.of(StepKind.OPEN, StepKind.NAME)),
          new Weighted<>(4, Vector.of(StepKind.OPEN, StepKind.NOOPENER)),
          new Weighted<>(20, Vector.of(StepKind.NAVIGATE)),
          new Weighted<>(10, Vector.of(StepKind.IFRAME, StepKind.DELEGATION, StepKind.SANDBOX)),
          new Weighted<>(6, Vector.of(StepKind.TRAVERSE)),
          new Weighted<>(5, Vector.of(StepKind.ABOUT_BLANK)),
          new Weighted<>(4, Vector.of(StepKind.BLOB)),
          new Weighted<>(4, Vector.of(StepKind.JAVASCRIPT)),
          new Weighted<>(4, Vector.of(StepKind.NAME)),
          new Weighted<>(4, Vector.of(StepKind.DOCUMENT_OPEN)),
          new Weighted<>(3, Vector.of(StepKind.CLOSE)),
          new Weighted<>(2, Vector.of(StepKind.TAB)),
          new Weighted<>(2, Vector.of(StepKind.RELOAD)),
          new Weighted<>(2, Vector.of(StepKind.PUSH_STATE)));

  private static final Vector<Weighted<Universe>> ALL_OFFERS = offers(BOUND.kinds());

  private static final Universe RICH = new Universe(BOUND);

  /** The pages for windows. */
  static final Pages PAGES =
      new Pages(RICH.stepsIn(World.EMPTY).flatMap(ActionUrls::of), RICH.server().answers());

  /** The pages for frames. */
  static final Vector<Url> FRAMES = framesOf(RICH);

  private UniverseRuns() {}

  /** What is drawn from, without the steps that are not of these kinds. */
  private static Vector<Weighted<Universe>> offers(SortedSet<StepKind> kinds) {
    return WEIGHTS
        .filter(each -> kinds.contains(each.thing().head()))
        .map(
            each ->
                new Weighted<>(
                    each.weight(),
                    new Universe(SHAPES.withKinds(TreeSet.ofAll(each.thing()).intersect(kinds)))));
  }

  private static Vector<Url> framesOf(Universe universe) {
    var rules = Rules.unheard(HtmlStandard.VARIANT, Capabilities.ALL);
    var first = universe.stepsIn(World.EMPTY).head();
    var world = Interpreter.step(World.EMPTY, universe.server(), first, rules).world();
    return universe
        .stepsIn(world)
        .filter(Action.InsertIframe.class::isInstance)
        .flatMap(ActionUrls::of)
        .distinct();
  }

  /** The universe whose steps the runs take. */
  public static Universe universe() {
    return RICH;
  }

  /**
   * A run of steps of every kind.
   *
   * @param random makes the choices
   * @param variant the rules
   * @param capabilities what the browser is able to do
   * @param length the number of steps
   */
  public static Run next(Random random, Variant variant, Capabilities capabilities, int length) {
    return next(random, ALL_OFFERS, variant, capabilities, length);
  }

  /**
   * A run of steps of some kinds, which ends where they offer none. What servers answer is as rich
   * as ever.
   *
   * @param random makes the choices
   * @param kinds the kinds of steps
   * @param variant the rules
   * @param capabilities what the browser is able to do
   * @param length the number of steps
   */
  public static Run next(
      Random random,
      SortedSet<StepKind> kinds,
      Variant variant,
      Capabilities capabilities,
      int length) {
    return next(random, offers(kinds), variant, capabilities, length);
  }

  private static Run next(
      Random random,
      Vector<Weighted<Universe>> offers,
      Variant variant,
      Capabilities capabilities,
      int length) {
    var choices = new Choices(new Draws(random), offers);
    var making = new Making(RICH.server(), Rules.unheard(variant, capabilities));
    while (making.actions().size() < length && !making.isBroken()) {
      var step = choices.stepIn(making.world());
      if (step.isEmpty()) break;
      making.take(step.get());
    }
    return new Run(
        new Scenario(
            "a random run",
            Option.some(variant.name()),
            Option.some(capabilities),
            WebPart.of(RICH.server().answers()::get, making.actions()),
            making.actions()),
        variant,
        capabilities);
  }

  /** The choices of one run. */
  private static final class Choices {
    private final Draws draws;
    private final Vector<Weighted<Universe>> offers;
    private Vector<Url> visited = Vector.empty();

    Choices(Draws draws, Vector<Weighted<Universe>> offers) {
      this.draws = draws;
      this.offers = offers;
    }

    /** A step; none if no kind has one. */
    Option<Action> stepIn(World world) {
      for (var left = offers; !left.isEmpty(); ) {
        var universe = draws.weighted(left);
        var steps = universe.stepsIn(world);
        if (!steps.isEmpty() && !closesTheLastWindow(steps)) {
          return Option.some(withAPage(draws.of(steps)));
        }
        left = left.filter(each -> each.thing() != universe);
      }
      return Option.none();
    }

    private static boolean closesTheLastWindow(Vector<Action> steps) {
      return steps.size() == 1 && steps.head() instanceof Action.Close;
    }

    /** Where the step goes to a page, it goes to one of the rich universe. */
    private Action withAPage(Action step) {
      if (step instanceof Action.PushState) return step;
      boolean isFrame = step instanceof Action.InsertIframe;
      return ActionUrls.replaced(
          step, url -> url.isHttp() ? isFrame ? draws.of(FRAMES) : page() : url);
    }

    /** Often one that was there before: windows that meet again are what the rules are about. */
    private Url page() {
      if (visited.nonEmpty() && draws.percent(40)) return draws.of(visited);
      var page =
          draws.percent(60)
              ? draws.nearTheBeginning(PAGES.behind(0))
              : draws.of(PAGES.behind(draws.below(PAGES.mostHops() + 1)));
      visited = visited.append(page);
      return page;
    }
  }
}
