package org.coopcheck.model.decision;

import io.vavr.collection.Vector;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;

/**
 * An answer of a rule.
 *
 * @param word what it comes to; one of those that the rule can give
 * @param text the same with whatever it names, as a decision tells it
 */
public record Answer(String word, String text) {
  // Whether a window leaves its group.
  public static final Answer STAY = of("stay");
  public static final Answer SWITCH = of("switch");
  public static final Answer SWITCH_IN_THE_COOP_GROUP = of("switch within the COOP group");
  public static final Answer WOULD_STAY = of("would stay");
  public static final Answer WOULD_SWITCH = of("would switch");
  public static final Answer SAME_GROUP = of("same browsing context group");
  public static final Answer RELATED_GROUP = of("other browsing context group of the COOP group");
  public static final Answer NEW_GROUP = of("new browsing context group");

  // Whether something is allowed.
  public static final Answer ALLOWED = of("allowed");
  public static final Answer NOT_ALLOWED = of("not allowed");
  public static final Answer BLOCKED = of("blocked");
  public static final Answer LET_IN = of("let in");
  public static final Answer SECURITY_ERROR = of("SecurityError");
  public static final Answer NETWORK_ERROR = of("network error");
  public static final Answer NO_ERROR = of("no error");
  public static final Answer RUNS = of("runs");
  public static final Answer DOES_NOT_RUN = of("does not run");
  public static final Answer CLOSES = of("closes");
  public static final Answer DOES_NOTHING = of("does nothing");

  // Whether somebody is told.
  public static final Answer REPORTED = of("reported");
  public static final Answer NOT_REPORTED = of("not reported");

  // New windows.
  public static final Answer NEW_WINDOW = of("new window");
  public static final Answer NEW_WINDOW_WITHOUT_AN_OPENER = of("new window without an opener");
  public static final Answer NO_WINDOW = of("no window");
  public static final Answer NOOPENER = of("noopener");
  public static final Answer AS_ASKED = of("as asked");

  // Names.
  public static final Answer NOTHING = of("nothing");
  public static final Answer A_WINDOW = of("a window");
  public static final Answer KEPT = of("kept");
  public static final Answer CLEARED = of("cleared");
  public static final Answer LEFT_BEHIND = of("left_behind");

  // Session history.
  public static final Answer SAME_DOCUMENT = of("same document");
  public static final Answer RESTORE = of("restore");
  public static final Answer LOAD_ANEW = of("load anew");

  // Agent clusters.
  public static final Answer BY_SITE = of("by site");
  public static final Answer BY_ORIGIN = of("by origin");
  public static final Answer BY_ORIGIN_AND_PAGE = of("by origin and page");

  /** An answer that names nothing. */
  private static Answer of(String word) {
    return new Answer(word, word);
  }

  /** What becomes of a window. */
  public static Answer of(Swap swap) {
    return switch (swap) {
      case NONE -> STAY;
      case RELATED -> SWITCH_IN_THE_COOP_GROUP;
      case FULL -> SWITCH;
    };
  }

  static Vector<Answer> swaps() {
    return Vector.of(Swap.values()).map(Answer::of);
  }

  /** An opener policy value. */
  public static Answer of(OpenerPolicyValue value) {
    return of(value.token());
  }

  static Vector<Answer> openerPolicyValues() {
    return Vector.of(OpenerPolicyValue.values()).map(Answer::of);
  }

  /** The same with what it names. */
  public Answer saying(Object newText) {
    return new Answer(word, newText.toString());
  }

  @Override
  public String toString() {
    return text;
  }
}
