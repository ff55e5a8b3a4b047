package org.coopcheck.counterexamples.core;

import io.vavr.collection.Vector;
import java.util.function.UnaryOperator;

/**
 * The core world as {@code bench/core.md} defines it, sentence by sentence and without haste: what
 * the packed one is held against. It knows nothing of the model.
 */
record ReferenceWorld(Vector<Window> windows, int bug) {

  /** No window. */
  static final int NONE = CoreWorld.NONE;

  private static final Window DEAD = new Window(false, 0, 0, NONE, NONE, false);
  private static final int FRESH = 100;

  record Window(boolean alive, int origin, int coop, int opener, int group, boolean ie) {}

  static ReferenceWorld initial(int windows, int bug) {
    var first = new Window(true, 0, 0, NONE, 0, false);
    return new ReferenceWorld(Vector.fill(windows, () -> DEAD).update(0, first), bug);
  }

  static ReferenceWorld of(CoreWorld world, int windows, int bug) {
    return new ReferenceWorld(
        Vector.range(0, windows)
            .map(
                w ->
                    new Window(
                        world.isAlive(w),
                        world.origin(w),
                        world.coop(w),
                        world.opener(w),
                        world.group(w),
                        world.isInitialEmptyDocument(w))),
        bug);
  }

  /** Every enabled action and the world after it. */
  Vector<Next> next() {
    return live()
        .flatMap(w -> opens(w).appendAll(navigations(w)).append(new CoreAction.Close(w)))
        .map(action -> new Next(action, after(action)));
  }

  record Next(CoreAction action, ReferenceWorld world) {}

  ReferenceWorld after(CoreAction action) {
    return switch (action) {
      case CoreAction.Open(int w, int origin) -> open(w, origin);
      case CoreAction.Navigate(int w, int origin, int coop) -> navigate(w, origin, coop);
      case CoreAction.Close(int w) -> close(w);
    };
  }

  private Vector<CoreAction> opens(int w) {
    if (windows.forAll(Window::alive)) return Vector.empty();
    Vector<Integer> origins = bug == 1 ? Vector.of(0, 1) : Vector.of(windows.get(w).origin());
    return origins.map(origin -> new CoreAction.Open(w, origin));
  }

  private Vector<CoreAction> navigations(int w) {
    return Vector.of(0, 1)
        .flatMap(o -> Vector.range(0, 4).map(k -> new CoreAction.Navigate(w, o, k)));
  }

  private ReferenceWorld open(int w, int origin) {
    var opener = windows.get(w);
    int c = windows.indexWhere(window -> !window.alive());
    var popup = new Window(true, origin, opener.coop(), w, opener.group(), true);
    return new ReferenceWorld(windows.update(c, popup), bug).renumbered();
  }

  private ReferenceWorld navigate(int w, int o, int k) {
    var before = windows.get(w);
    int coop = before.coop();
    boolean match =
        bug == 3
            ? coop == k
            : (coop == 0 && k == 0) || (coop != 0 && k != 0 && coop == k && before.origin() == o);
    boolean exception = before.ie() && (bug == 2 ? coop != 0 : coop == 1) && k == 0;
    var here = new Window(true, o, k, before.opener(), before.group(), false);
    if (match || exception) return new ReferenceWorld(windows.update(w, here), bug);
    var alone = new Window(true, o, k, NONE, FRESH, false);
    return withoutOpener(w).with(w, window -> alone).renumbered();
  }

  private ReferenceWorld close(int w) {
    return withoutOpener(w).with(w, window -> DEAD).renumbered();
  }

  private ReferenceWorld with(int w, UnaryOperator<Window> change) {
    return new ReferenceWorld(windows.update(w, change), bug);
  }

  private ReferenceWorld withoutOpener(int w) {
    return new ReferenceWorld(
        windows.map(x -> x.opener() == w ? withLinks(x, NONE, x.group()) : x), bug);
  }

  private ReferenceWorld renumbered() {
    return new ReferenceWorld(
        windows.map(
            x ->
                x.alive() ? withLinks(x, x.opener(), live().find(y -> isTogether(x, y)).get()) : x),
        bug);
  }

  private boolean isTogether(Window x, int y) {
    return windows.get(y).group() == x.group();
  }

  private Vector<Integer> live() {
    return Vector.range(0, windows.size()).filter(w -> windows.get(w).alive());
  }

  private static Window withLinks(Window x, int opener, int group) {
    return new Window(x.alive(), x.origin(), x.coop(), opener, group, x.ie());
  }

  /** The same world with other names for its windows, and the origins exchanged if so wished. */
  ReferenceWorld renamed(Vector<Integer> names, boolean exchangesOrigins) {
    Vector<Window> result = windows;
    for (int w = 0; w < windows.size(); w++) {
      var x = windows.get(w);
      int opener = x.opener() == NONE ? NONE : names.get(x.opener());
      int origin = x.alive() && exchangesOrigins ? 1 - x.origin() : x.origin();
      result =
          result.update(
              names.get(w), new Window(x.alive(), origin, x.coop(), opener, x.group(), x.ie()));
    }
    return new ReferenceWorld(result, bug).renumbered();
  }

  CoreWorld packed() {
    long bits = 0;
    for (int w = 0; w < windows.size(); w++) {
      var x = windows.get(w);
      long fields = CoreWorld.window(x.origin(), x.coop(), x.ie() ? 1 : 0, x.opener(), x.group());
      bits = CoreWorld.with(bits, w, fields);
    }
    return new CoreWorld(bits);
  }

  boolean isIsolated() {
    return windows
        .filter(x -> x.alive() && x.coop() == 3)
        .forAll(
            x ->
                windows
                    .filter(y -> y.alive() && y.group() == x.group())
                    .forAll(y -> y.coop() == 3 && y.origin() == x.origin()));
  }

  boolean isOpenerInGroup() {
    return windows
        .filter(x -> x.alive() && x.opener() != NONE)
        .forAll(
            x -> windows.get(x.opener()).alive() && windows.get(x.opener()).group() == x.group());
  }

  boolean isFullySplit() {
    return windows.forAll(x -> x.alive() && x.coop() == 3)
        && windows.map(Window::group).distinct().size() == windows.size();
  }
}
