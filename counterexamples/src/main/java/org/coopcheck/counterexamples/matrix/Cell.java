package org.coopcheck.counterexamples.matrix;

import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;

/**
 * What a variant says of two values.
 *
 * @param active the value of the active document, or of the response before
 * @param response the value of the response
 * @param sameOrigin what happens if the two are same origin
 * @param crossOrigin what happens if they are not
 */
public record Cell(
    OpenerPolicyValue active, OpenerPolicyValue response, Swap sameOrigin, Swap crossOrigin) {

  /** {@code -}, {@code =o} or {@code X}; anything else with the same-origin answer first. */
  public String symbol() {
    if (sameOrigin == crossOrigin) return symbol(sameOrigin);
    return sameOrigin == Swap.NONE && crossOrigin == Swap.FULL
        ? "=o"
        : symbol(sameOrigin) + "/" + symbol(crossOrigin);
  }

  private static String symbol(Swap swap) {
    return switch (swap) {
      case NONE -> "-";
      case RELATED -> "r";
      case FULL -> "X";
    };
  }
}
