package org.coopcheck.properties.generator;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.world.BrowsingContextId;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.generator.Draws.Weighted;

/**
 * What a random run leans towards. Chance alone seldom opens a popup from the popup of a popup, or
 * comes back from where it went.
 */
enum Shape {
  /** Nothing in particular. */
  ANY,
  /** The window that was opened last opens the next. */
  NESTED_POPUPS(StepKind.OPEN),
  /** A frame opens windows. */
  POPUPS_OF_FRAMES(StepKind.IFRAME, StepKind.OPEN),
  /** A window is closed that has opened others. */
  CLOSED_OPENERS(StepKind.OPEN, StepKind.CLOSE),
  /** Redirects that lead back to an origin that is there already. */
  REDIRECTS_THAT_COME_BACK(StepKind.NAVIGATE, StepKind.OPEN),
  /** Servers that do not answer. */
  ERROR_PAGES(StepKind.OPEN, StepKind.NAVIGATE),
  BACK_AND_FORWARD(StepKind.NAVIGATE, StepKind.TRAVERSE),
  RELOADS(StepKind.RELOAD, StepKind.TRAVERSE, StepKind.PUSH_STATE),
  DOCUMENT_OPEN(StepKind.DOCUMENT_OPEN, StepKind.ABOUT_BLANK),
  NAMES(StepKind.NAME, StepKind.NAVIGATE);

  private static final int HOW_OFTEN = 50;

  private final SortedSet<StepKind> kinds;

  Shape(StepKind... kinds) {
    this.kinds = TreeSet.of(kinds);
  }

  /** What is drawn from for the next step: every other time only what makes the shape. */
  Vector<Weighted<Universe>> weighted(Draws draws, Vector<Weighted<Universe>> all, World world) {
    if (this == ANY || !draws.percent(HOW_OFTEN)) return all;
    var liked = all.filter(each -> each.thing().bound().kinds().exists(kinds::contains));
    return liked.exists(each -> !each.thing().stepsIn(world).isEmpty()) ? liked : all;
  }

  /** Those of the steps that make the shape; all, if none does. */
  Vector<Action> preferred(Draws draws, World world, Vector<Action> steps) {
    var liked =
        switch (this) {
          case NESTED_POPUPS -> steps.filter(step -> isByTheNewest(world, step));
          case POPUPS_OF_FRAMES -> steps.filter(step -> isByAFrame(world, step));
          case CLOSED_OPENERS -> steps.filter(step -> closesAnOpener(world, step));
          case ANY,
              ERROR_PAGES,
              REDIRECTS_THAT_COME_BACK,
              BACK_AND_FORWARD,
              RELOADS,
              DOCUMENT_OPEN,
              NAMES ->
              Vector.<Action>empty();
        };
    return liked.isEmpty() || !draws.percent(HOW_OFTEN) ? steps : liked;
  }

  /** The pages that a run returns to again and again, plain or not; none if it has no shape. */
  Vector<Url> fewPages(Draws draws, Pages pages) {
    if (this == ANY) return Vector.empty();
    var near = Vector.fill(2, () -> draws.nearTheBeginning(pages.behind(0)));
    return near.append(
        this == ERROR_PAGES && !pages.down().isEmpty()
            ? draws.of(pages.down())
            : draws.of(pages.behind(0)));
  }

  /** The page for a step, if the shape wants a certain one. */
  Option<Url> page(Draws draws, World world, Pages pages) {
    if (this != REDIRECTS_THAT_COME_BACK || pages.mostHops() == 0) return Option.none();
    if (world.navigables().isEmpty() || !draws.percent(HOW_OFTEN)) return Option.none();
    var page = draws.of(pages.behind(1 + draws.below(pages.mostHops())));
    var origins =
        world.topLevelTraversables().map(each -> world.activeDocument(each.id()).origin());
    // Some draws are in vain: then chance has it.
    return Option.some(page)
        .filter(
            url ->
                pages
                    .lastOf(url)
                    .tupleOrigin()
                    .exists(end -> origins.exists(end::isSameOriginWith)));
  }

  private static boolean isByTheNewest(World world, Action step) {
    return step instanceof Action.OpenWindow open
        && world
            .topLevelTraversables()
            .map(each -> world.activeBrowsingContext(each.id()).id())
            .max()
            .exists(newest -> world.activeBrowsingContext(open.by()).id().equals(newest));
  }

  private static boolean isByAFrame(World world, Action step) {
    return step instanceof Action.OpenWindow open
        && !world.navigable(open.by()).isTopLevelTraversable();
  }

  private static boolean closesAnOpener(World world, Action step) {
    return step instanceof Action.Close close
        && world
            .topLevelTraversables()
            .flatMap(each -> world.activeBrowsingContext(each.id()).opener())
            .exists(opener -> isOf(world, opener, close.target()));
  }

  private static boolean isOf(World world, BrowsingContextId id, NavigableId navigable) {
    return world.isPresented(id) && world.browsingContext(id).navigable().equals(navigable);
  }
}
