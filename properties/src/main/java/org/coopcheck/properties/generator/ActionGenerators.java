package org.coopcheck.properties.generator;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/** Actions of every kind that fit a world, and some that do not. */
public final class ActionGenerators {
  private static final int MOST_WINDOWS = 5;
  private static final int MOST_FRAMES = 4;

  private static final Vector<String> TARGETS =
      Vector.of("_blank", "_blank", "n", "m", "", "_self", "_PARENT", "_top", "_Blank", "_x");
  private static final Vector<String> FEATURES =
      Vector.of(
          "", "", "", "noopener", "noreferrer", "popup,width=1", "NoOpener = 0", "noopener=yes");
  private static final Vector<Option<String>> SANDBOXES =
      Vector.of(
          Option.none(),
          Option.none(),
          Option.none(),
          Option.some(""),
          Option.some("allow-scripts allow-popups"),
          Option.some("allow-scripts allow-popups allow-same-origin"),
          Option.some("allow-scripts allow-popups allow-popups-to-escape-sandbox"),
          Option.some("ALLOW-scripts allow-same-origin allow-top-navigation"));
  private static final Vector<Option<String>> ALLOWS =
      Vector.of(
          Option.none(),
          Option.none(),
          Option.some("cross-origin-isolated"),
          Option.some("cross-origin-isolated *"),
          Option.some("cross-origin-isolated 'self'; usb"),
          Option.some("cross-origin-isolated 'none'"),
          Option.some("cross-origin-isolated https://b.example"));
  private static final Vector<String> PROPERTIES =
      Access.CROSS_ORIGIN_ACCESSIBLE_WINDOW_PROPERTY_NAMES.appendAll(
          Vector.of("0", "1", "n", "then", "document", "name", "@@toStringTag", ""));

  private ActionGenerators() {}

  /**
   * Actions. Those that make a window or frame name it with a label that the world does not have;
   * now and then another action names a window that is not there.
   *
   * @param world the world
   * @param urls the URLs that they go to, most of them
   */
  public static Arbitrary<Action> actionsIn(World world, Vector<Url> urls) {
    return Arbitraries.fromGenerator(
        random -> Shrinkable.unshrinkable(next(new Draws(random), world, urls)));
  }

  static Action next(Draws draws, World world, Vector<Url> urls) {
    return new Making(draws, world, urls).action();
  }

  private record Making(Draws draws, World world, Vector<Url> urls) {

    Action action() {
      if (world.navigables().isEmpty()) return tab();
      return switch (draws.below(24)) {
        case 0 -> isFull() ? close() : tab();
        case 1, 2, 3, 4 -> isFull() ? close() : open();
        case 5, 6, 7 -> hasAllFrames() ? navigate() : iframe();
        case 8, 9, 10, 11, 12 -> navigate();
        case 13, 14 -> new Action.Traverse(one(), draws.of(Vector.of(-1, 1, -2, 2, 0)));
        case 15 -> new Action.Reload(one());
        case 16 -> close();
        case 17, 18 -> use();
        case 19 -> new Action.UseDom(one(), one());
        case 20 -> new Action.SetName(one(), draws.of(Vector.of("n", "m", "")));
        case 21 -> new Action.FindByName(one(), one(), draws.of(Vector.of("n", "m", "_self")));
        case 22 -> new Action.PushState(one(), draws.percent(50) ? pushed() : url());
        default -> {
          var by = one();
          yield new Action.OpenDocument(draws.percent(50) ? by : one(), by);
        }
      };
    }

    private Action tab() {
      return new Action.OpenTopLevelTraversable(unused("w"), url());
    }

    private Action open() {
      return new Action.OpenWindow(
          unused("w"),
          one(),
          draws.percent(25) ? Option.none() : Option.some(url()),
          draws.of(TARGETS),
          draws.of(FEATURES));
    }

    private Action iframe() {
      return new Action.InsertIframe(
          unused("f"), one(), url(), draws.of(SANDBOXES), draws.of(ALLOWS), draws.percent(15));
    }

    private Action navigate() {
      return new Action.Navigate(one(), actor(), url());
    }

    private Action close() {
      return new Action.Close(one(), actor());
    }

    private Action use() {
      boolean navigates = draws.percent(40);
      boolean cuts = draws.percent(10);
      return new Action.UseProperty(
          one(),
          one(),
          navigates ? "location" : cuts ? "opener" : draws.of(PROPERTIES),
          navigates
              ? Option.some(draws.percent(80) ? url().toString() : "/1")
              : cuts ? Option.some("null") : Option.none(),
          draws.percent(30) ? Option.some(one()) : Option.none());
    }

    private Actor actor() {
      return switch (draws.below(4)) {
        case 0 -> new Actor.User();
        case 1 -> new Actor.Itself();
        default -> new Actor.Script(one());
      };
    }

    private boolean isFull() {
      return world.topLevelTraversables().size() >= MOST_WINDOWS;
    }

    private boolean hasAllFrames() {
      return world.navigables().size() - world.topLevelTraversables().size() >= MOST_FRAMES;
    }

    private NavigableId one() {
      return draws.percent(2)
          ? new NavigableId("x1")
          : draws.of(world.navigables().keySet().toVector());
    }

    private NavigableId unused(String letter) {
      int number = 1;
      while (world.hasNavigable(new NavigableId(letter + number))) number++;
      return new NavigableId(letter + number);
    }

    private Url pushed() {
      var url = world.activeDocument(draws.of(world.navigables().keySet().toVector())).url();
      return Url.of(url.withoutFragment() + "#" + draws.below(3));
    }

    private Url url() {
      if (draws.percent(70)) return draws.of(urls);
      if (draws.percent(20)) return Url.of(draws.of(urls) + "#fragment");
      return switch (draws.below(7)) {
        case 0, 1 -> Url.ABOUT_BLANK;
        case 2 -> Url.of("about:blank?query#fragment");
        case 3 -> Url.ABOUT_SRCDOC;
        case 4 -> Url.of("javascript:'made by a javascript: URL'");
        case 5 -> Url.of("data:text/html,x");
        default -> Url.of("blob:" + origin() + "/1");
      };
    }

    private TupleOrigin origin() {
      var origins = urls.flatMap(Url::tupleOrigin);
      return origins.isEmpty() ? OriginGenerators.TUPLES.head() : draws.of(origins);
    }
  }
}
