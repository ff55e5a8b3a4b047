package org.coopcheck.counterexamples.core;

import static org.coopcheck.counterexamples.core.CoreWorld.COOP;
import static org.coopcheck.counterexamples.core.CoreWorld.DEAD;
import static org.coopcheck.counterexamples.core.CoreWorld.DOCUMENT;
import static org.coopcheck.counterexamples.core.CoreWorld.NONE;
import static org.coopcheck.counterexamples.core.CoreWorld.ORIGIN;
import static org.coopcheck.counterexamples.core.CoreWorld.shift;

import org.coopcheck.counterexamples.engine.Encoding;
import org.coopcheck.counterexamples.engine.SuccessorSink;
import org.coopcheck.counterexamples.engine.TransitionSystem;

/**
 * The core world: windows open popups, are navigated, and are closed.
 *
 * <p>A popup begins with its opener's origin, policy and group. A navigation for which the model
 * demands a switch moves the window alone to a new group, and cuts its opener and every opener that
 * pointed to it. Closing cuts the openers that pointed to the window.
 */
public final class CoreSystem implements TransitionSystem<CoreWorld, CoreAction> {
  private static final int ORIGINS = 2;
  private static final int VALUES = 4;

  // The actions of each window, in order: a popup of either origin, eight navigations, close.
  private static final int FIRST_NAVIGATION = ORIGINS;
  private static final int CLOSE = FIRST_NAVIGATION + ORIGINS * VALUES;
  private static final int ACTIONS = CLOSE + 1;

  private final int windows;
  private final boolean hasSymmetry;
  private final boolean hasPopupsOfAnyOrigin;
  private final SwitchTable switches;
  private final CoreSymmetry symmetry;
  private final int bytes;

  /**
   * @param windows how many windows can be alive at once
   * @param hasSymmetry whether states are one that differ by the names of windows and origins only
   * @param bug the fault to be found
   */
  public CoreSystem(int windows, boolean hasSymmetry, SeededBug bug) {
    if (windows < 1 || windows > CoreWorld.MAXIMUM_WINDOWS) {
      throw new IllegalArgumentException(windows + " windows");
    }
    this.windows = windows;
    this.hasSymmetry = hasSymmetry;
    this.hasPopupsOfAnyOrigin = bug == SeededBug.POPUP_OF_ANY_ORIGIN;
    this.switches = new SwitchTable(bug);
    this.symmetry = new CoreSymmetry(windows);
    this.bytes = (shift(windows) + Byte.SIZE - 1) / Byte.SIZE;
  }

  @Override
  public CoreWorld initial() {
    long bits = CoreWorld.window(0, 0, 0, NONE, 0);
    for (int window = 1; window < windows; window++) bits |= DEAD << shift(window);
    return new CoreWorld(bits);
  }

  @Override
  public void forEachSuccessor(CoreWorld state, SuccessorSink<CoreWorld> sink) {
    long bits = state.bits();
    int free = firstDead(bits);
    var after = new CoreWorld(bits);
    for (int window = 0; window < windows; window++) {
      if (!CoreWorld.isAlive(bits, window)) continue;
      int first = ACTIONS * window;
      if (free != NONE) {
        int own = CoreWorld.origin(bits, window);
        for (int origin = 0; origin < ORIGINS; origin++) {
          if (origin != own && !hasPopupsOfAnyOrigin) continue;
          after.become(opened(bits, window, free, origin));
          sink.accept(first + origin, after);
        }
      }
      long parted = parted(bits, window);
      navigate(bits, parted, window, after, sink);
      after.become(CoreWorld.with(parted, window, DEAD));
      sink.accept(first + CLOSE, after);
    }
  }

  private void navigate(
      long bits, long parted, int window, CoreWorld after, SuccessorSink<CoreWorld> sink) {
    int shift = shift(window);
    int initial = CoreWorld.initial(bits, window);
    int origin = CoreWorld.origin(bits, window);
    int document = CoreWorld.coop(bits, window);
    long emptied = ~(DOCUMENT << shift);
    for (int to = 0; to < ORIGINS; to++) {
      int sameOrigin = to == origin ? 1 : 0;
      for (int response = 0; response < VALUES; response++) {
        long moved = switches.isSwitch(initial, sameOrigin, document, response) ? parted : bits;
        long fields = (long) to << ORIGIN | (long) response << COOP;
        after.become((moved & emptied) | fields << shift);
        sink.accept(ACTIONS * window + FIRST_NAVIGATION + VALUES * to + response, after);
      }
    }
  }

  @Override
  public CoreAction action(CoreWorld state, int index) {
    int window = index / ACTIONS;
    int kind = index % ACTIONS;
    if (kind < FIRST_NAVIGATION) return new CoreAction.Open(window, kind);
    if (kind == CLOSE) return new CoreAction.Close(window);
    int response = kind - FIRST_NAVIGATION;
    return new CoreAction.Navigate(window, response / VALUES, response % VALUES);
  }

  @Override
  public void encode(CoreWorld state, Encoding encoding) {
    encoding.putLong(hasSymmetry ? symmetry.canonical(state.bits()) : state.bits(), bytes);
  }

  @Override
  public CoreWorld kept(CoreWorld state) {
    return new CoreWorld(state.bits());
  }

  private int firstDead(long bits) {
    for (int window = 0; window < windows; window++) {
      if (!CoreWorld.isAlive(bits, window)) return window;
    }
    return NONE;
  }

  private long opened(long bits, int opener, int popup, int origin) {
    int group = CoreWorld.group(bits, opener);
    int named = Math.min(group, popup); // the popup may be the group's smallest window
    long renamed = bits;
    if (named != group) {
      for (int other = 0; other < windows; other++) {
        if (CoreWorld.group(bits, other) == group) {
          renamed = CoreWorld.withGroup(renamed, other, named);
        }
      }
    }
    int coop = CoreWorld.coop(bits, opener);
    return CoreWorld.with(renamed, popup, CoreWorld.window(origin, coop, 1, opener, named));
  }

  /** Alone in a group of its own, with no opener and no window that has it as its opener. */
  private long parted(long bits, int window) {
    int group = CoreWorld.group(bits, window);
    long result = bits;
    int named = NONE; // the group that is left, once its smallest member is known
    for (int other = 0; other < windows; other++) {
      if (CoreWorld.opener(bits, other) == window) {
        result = CoreWorld.withoutOpener(result, other);
      }
      if (other != window && CoreWorld.group(bits, other) == group) {
        if (named == NONE) named = other;
        result = CoreWorld.withGroup(result, other, named);
      }
    }
    return CoreWorld.withGroup(CoreWorld.withoutOpener(result, window), window, window);
  }
}
