package org.coopcheck.properties.generator;

import io.vavr.Lazy;
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
          StepKind.OF_WORLDS,
          Capabilities.ALL);

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

  // NB: built when first asked for, since they are large.
  private static final Lazy<UniverseRuns> RICHEST = Lazy.of(() -> new UniverseRuns(BOUND));

  private final Universe rich;
  private final Vector<Weighted<Universe>> offers;
  private final Pages pages;
  private final Vector<Url> frames;

  /**
   * @param bound what the runs are made of; how long they are is asked of nobody here
   */
  public UniverseRuns(Bound bound) {
    this.rich = new Universe(bound);
    this.offers = offers(bound, bound.kinds());
    this.pages =
        new Pages(rich.stepsIn(World.EMPTY).flatMap(ActionUrls::of), rich.server().answers());
    this.frames = framesOf(rich);
  }

  /** The runs of the {@link #BOUND}. */
  static UniverseRuns richest() {
    return RICHEST.get();
  }

  /**
   * What is drawn from, without the steps that are not of these kinds.
   *
   * <p>NB: with one page only, a universe lists its steps fast. The page is then drawn from those of
   * the rich universe, which offers every such step with every page.
   */
  private static Vector<Weighted<Universe>> offers(Bound bound, SortedSet<StepKind> kinds) {
    var shapes =
        bound.withOrigins(1).withRedirects(0).withValues(Vector.of(OpenerPolicyValue.UNSAFE_NONE));
    var weighted =
        WEIGHTS
            .filter(each -> kinds.contains(each.thing().head()))
            .map(
                each ->
                    new Weighted<>(
                        each.weight(),
                        new Universe(
                            shapes.withKinds(TreeSet.ofAll(each.thing()).intersect(kinds)))));
    // The user opens the first window, whatever else there is.
    return weighted.isEmpty()
        ? Vector.of(new Weighted<>(1, new Universe(shapes.withKinds(TreeSet.empty()))))
        : weighted;
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

  /** The universe whose steps the runs of the {@link #BOUND} take. */
  public static Universe universe() {
    return richest().rich;
  }

  /** The universe whose steps these runs take. */
  public Universe drawnFrom() {
    return rich;
  }

  /** The pages for windows. */
  Pages pages() {
    return pages;
  }

  /** The pages for frames. */
  Vector<Url> frames() {
    return frames;
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
    var richest = richest();
    return richest.next(random, richest.offers, Shape.ANY, variant, capabilities, length);
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
    return richest().next(random, offers(BOUND, kinds), Shape.ANY, variant, capabilities, length);
  }

  /**
   * A run within the bound that leans towards one of the rare shapes.
   *
   * @param random makes the choices
   * @param variant the rules
   * @param length the number of steps
   */
  public Run nextShaped(Random random, Variant variant, int length) {
    return next(random, new Draws(random).of(Vector.of(Shape.values())), variant, length);
  }

  /** A run within the bound that leans towards the shape. */
  Run next(Random random, Shape shape, Variant variant, int length) {
    return next(random, offers, shape, variant, rich.bound().capabilities(), length);
  }

  private Run next(
      Random random,
      Vector<Weighted<Universe>> from,
      Shape shape,
      Variant variant,
      Capabilities capabilities,
      int length) {
    var choices = new Choices(new Draws(random), from, shape);
    var making = new Making(rich.server(), Rules.unheard(variant, capabilities));
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
            WebPart.of(rich.server().answers()::get, making.actions()),
            making.actions()),
        variant,
        capabilities);
  }

  /** The choices of one run. */
  private final class Choices {
    private final Draws draws;
    private final Vector<Weighted<Universe>> from;
    private final Shape shape;
    private final Vector<Url> few;
    private Vector<Url> visited = Vector.empty();

    Choices(Draws draws, Vector<Weighted<Universe>> from, Shape shape) {
      this.draws = draws;
      this.from = from;
      this.shape = shape;
      this.few = shape.fewPages(draws, pages);
    }

    /** A step; none if no kind has one. */
    Option<Action> stepIn(World world) {
      for (var left = shape.weighted(draws, from, world); !left.isEmpty(); ) {
        var universe = draws.weighted(left);
        var steps = universe.stepsIn(world);
        if (!steps.isEmpty() && !closesTheLastWindow(steps)) {
          return Option.some(withAPage(world, draws.of(shape.preferred(draws, world, steps))));
        }
        left = left.filter(each -> each.thing() != universe);
      }
      return Option.none();
    }

    private static boolean closesTheLastWindow(Vector<Action> steps) {
      return steps.size() == 1 && steps.head() instanceof Action.Close;
    }

    /** Where the step goes to a page, it goes to one of the rich universe. */
    private Action withAPage(World world, Action step) {
      if (step instanceof Action.PushState) return step;
      boolean isFrame = step instanceof Action.InsertIframe;
      return ActionUrls.replaced(
          step, url -> url.isHttp() ? isFrame ? draws.of(frames) : page(world) : url);
    }

    /** Often one that was there before: windows that meet again are what the rules are about. */
    private Url page(World world) {
      var wanted = shape.page(draws, world, pages);
      if (wanted.isDefined()) return wanted.get();
      if (few.nonEmpty() && draws.percent(60)) return draws.of(few);
      if (visited.nonEmpty() && draws.percent(40)) return draws.of(visited);
      var page =
          draws.percent(60)
              ? draws.nearTheBeginning(pages.behind(0))
              : draws.of(pages.behind(draws.below(pages.mostHops() + 1)));
      visited = visited.append(page);
      return page;
    }
  }
}
