package org.coopcheck.counterexamples.core;

import static org.coopcheck.model.policy.OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS;
import static org.coopcheck.model.policy.OpenerPolicyValue.UNSAFE_NONE;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.BrowsingContextGroupSwitches;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.Swap;

/** A fault put into the core world on purpose, to be found. */
public enum SeededBug {
  /** No fault: a navigation goes by the model's own decision. */
  NONE(0),

  /** A popup may have any origin, though it keeps its opener's policy and group. */
  POPUP_OF_ANY_ORIGIN(1),

  /** Every popup with a policy may load a response without one, not only one that allows popups. */
  EXCEPTION_FOR_ANY_POLICY(2) {
    @Override
    Swap decide(CoopComparison given) {
      boolean isExcepted =
          given.activeDocumentCoopValue() != UNSAFE_NONE
              && given.responseCoopValue() == UNSAFE_NONE;
      return super.decide(
          isExcepted
              ? new CoopComparison(
                  given.isInitialAboutBlank(),
                  given.sameOrigin(),
                  SAME_ORIGIN_ALLOW_POPUPS,
                  given.responseCoopValue())
              : given);
    }
  },

  /** Policies match if their values do, whatever the origins. */
  MATCH_OF_VALUES_ALONE(3) {
    @Override
    Swap decide(CoopComparison given) {
      return super.decide(
          new CoopComparison(
              given.isInitialAboutBlank(),
              true,
              given.activeDocumentCoopValue(),
              given.responseCoopValue()));
    }
  };

  private final int number;

  SeededBug(int number) {
    this.number = number;
  }

  /** The bug of that number, 0 being none. */
  public static Option<SeededBug> numbered(int number) {
    return Vector.of(values()).find(bug -> bug.number == number);
  }

  /** The number on the command line. */
  public int number() {
    return number;
  }

  /** What a navigation asks of the browsing context group. */
  Swap decide(CoopComparison given) {
    return BrowsingContextGroupSwitches.checkIfCoopValuesRequireABrowsingContextGroupSwitch(given);
  }
}
