package org.coopcheck.counterexamples.core;

import org.coopcheck.counterexamples.engine.StateCheck;

/**
 * What can be looked for in the core world: a state that breaks an invariant, or a target.
 *
 * @param what what is looked for
 * @param windows how many windows can be alive at once
 */
public record CoreCheck(CoreProperty what, int windows)
    implements StateCheck<CoreWorld, CoreAction> {

  @Override
  public String name() {
    return what.propertyName();
  }

  @Override
  public boolean isHitBy(CoreWorld initial) {
    return isHit(initial.bits());
  }

  @Override
  public boolean isHitBy(CoreWorld before, CoreAction action, CoreWorld after) {
    return isHit(after.bits());
  }

  private boolean isHit(long bits) {
    return switch (what) {
      case ISOLATED -> !isIsolated(bits);
      case OPENER_IN_GROUP -> !isOpenerInGroup(bits);
      case FULL_SPLIT -> isFullySplit(bits);
    };
  }

  private boolean isIsolated(long bits) {
    for (int window = 0; window < windows; window++) {
      if (CoreWorld.coop(bits, window) != CoreProperty.ISOLATING) continue;
      for (int other = 0; other < windows; other++) {
        if (CoreWorld.group(bits, other) != CoreWorld.group(bits, window)) continue;
        if (CoreWorld.coop(bits, other) != CoreProperty.ISOLATING) return false;
        if (CoreWorld.origin(bits, other) != CoreWorld.origin(bits, window)) return false;
      }
    }
    return true;
  }

  private boolean isOpenerInGroup(long bits) {
    for (int window = 0; window < windows; window++) {
      int opener = CoreWorld.opener(bits, window);
      if (opener == CoreWorld.NONE) continue;
      // NB: a dead window is in no group, so that an opener in the group is alive
      if (CoreWorld.group(bits, opener) != CoreWorld.group(bits, window)) return false;
    }
    return true;
  }

  private boolean isFullySplit(long bits) {
    for (int window = 0; window < windows; window++) {
      if (CoreWorld.group(bits, window) != window) return false;
      if (CoreWorld.coop(bits, window) != CoreProperty.ISOLATING) return false;
    }
    return true;
  }
}
