package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Answer;
import org.coopcheck.model.decision.Decision;
import org.coopcheck.model.decision.Rule;

/**
 * The hop and the two values that make a window leave its group.
 *
 * @param hop the response, from 1
 * @param active the opener policy value before it
 * @param activeOrigin whose that was
 * @param response the opener policy value of the response
 * @param responseOrigin whose that is
 * @param url the URL of the response
 */
public record Cut(
    String hop,
    String active,
    String activeOrigin,
    String response,
    String responseOrigin,
    String url) {
  private static final int LONGEST_URL = 200;

  /**
   * The first comparison that asks for a switch that cuts, which one within a COOP group does not:
   * what later responses say cannot undo it. An error page does, since for it there is a decision of
   * its own.
   */
  public static Option<Cut> in(Vector<Decision> decisions) {
    return decisions.exists(decision -> decision.rule() == Rule.ERROR_PAGE)
        ? Option.none()
        : decisions.find(Cut::isSwitch).map(Cut::of);
  }

  static boolean isSwitch(Decision decision) {
    boolean isComparison =
        decision.rule() == Rule.CHECK_POPUP_SWITCH || decision.rule() == Rule.CHECK_SWITCH;
    return isComparison && decision.result().equals(Answer.SWITCH.word());
  }

  static Cut of(Decision comparison) {
    return new Cut(
        operand(comparison, "hop"),
        operand(comparison, "active"),
        operand(comparison, "active origin"),
        operand(comparison, "response"),
        operand(comparison, "response origin"),
        operand(comparison, "url"));
  }

  /** What the rule was asked about under this name. */
  static String operand(Decision decision, String name) {
    return decision
        .given()
        .find(operand -> operand.name().equals(name))
        .map(Decision.Operand::value)
        .getOrElse("?");
  }

  /** The two values, one below the other. */
  Vector<Line> values() {
    int widest = Math.max(active.length(), response.length());
    return Vector.of(
        Line.of(Tone.STRONG, active)
            .with(" ".repeat(widest - active.length()) + " of " + activeOrigin),
        Line.of(Tone.STRONG, response)
            .with(" ".repeat(widest - response.length()) + responseOwner()));
  }

  private String responseOwner() {
    String at = " at " + Visible.clipped(url, LONGEST_URL);
    return url.startsWith(responseOrigin + "/") ? at : " of " + responseOrigin + at;
  }

  @Override
  public String toString() {
    return "hop %s: %s of %s against %s%s"
        .formatted(hop, active, activeOrigin, response, responseOwner());
  }
}
