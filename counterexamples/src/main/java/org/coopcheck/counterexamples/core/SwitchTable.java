package org.coopcheck.counterexamples.core;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_PLUS_COEP;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.collection.Vector;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;

/**
 * The model's decision on browsing context group switches as a table of 64 bits, made by asking the
 * model every question that can come up in the core world.
 */
final class SwitchTable {
  /** The values of the core world, in the order of their numbers there. */
  private static final Vector<OpenerPolicyValue> VALUES =
      Vector.of(UNSAFE_NONE, SAME_ORIGIN_ALLOW_POPUPS, SAME_ORIGIN, SAME_ORIGIN_PLUS_COEP);

  private final long bits;

  SwitchTable(SeededBug bug) {
    long switches = 0;
    for (CoopComparison given : CoopComparison.all()) {
      int document = VALUES.indexOf(given.activeDocumentCoopValue());
      int response = VALUES.indexOf(given.responseCoopValue());
      if (document < 0 || response < 0 || bug.decide(given) == Swap.NONE) continue;
      int initial = given.isInitialAboutBlank() ? 1 : 0;
      int sameOrigin = given.sameOrigin() ? 1 : 0;
      switches |= 1L << index(initial, sameOrigin, document, response);
    }
    this.bits = switches;
  }

  /** The value with that number. */
  static OpenerPolicyValue value(int coop) {
    return VALUES.get(coop);
  }

  /**
   * Whether a navigation leaves the group.
   *
   * @param initial 1 if the window still shows its initial {@code about:blank}
   * @param sameOrigin 1 if its origin is that of the response
   * @param document the number of its value
   * @param response the number of the response's value
   */
  boolean isSwitch(int initial, int sameOrigin, int document, int response) {
    return (bits >>> index(initial, sameOrigin, document, response) & 1) != 0;
  }

  private static int index(int initial, int sameOrigin, int document, int response) {
    return initial << 5 | sameOrigin << 4 | document << 2 | response;
  }
}
