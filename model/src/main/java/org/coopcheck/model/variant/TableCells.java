package org.coopcheck.model.variant;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.policy.Swap;

/**
 * One cell of a table of comparisons answered otherwise: {@code
 * popup-table=same-origin-allow-popups/unsafe-none/cross-origin/full}. The table for windows that
 * still show their initial {@code about:blank} is {@code popup-table}, the other one {@code
 * ordinary-table}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#browsing-context-group-switches-due-to-cross-origin-opener-policy">HTML</a>
 */
public final class TableCells {
  private static final String POPUP = "popup-table";
  private static final String ORDINARY = "ordinary-table";

  /** The two tables. */
  static final Vector<String> KEYS = Vector.of(ORDINARY, POPUP);

  /** Every cell with every answer. */
  public static final Vector<Choice> ALL =
      CoopComparison.all()
          .flatMap(cell -> Vector.of(Swap.values()).map(swap -> choice(cell, swap)));

  private TableCells() {}

  /** How users write the cell with this answer. */
  public static String spelling(CoopComparison cell, Swap swap) {
    return key(cell) + "=" + value(cell, swap);
  }

  private static String key(CoopComparison cell) {
    return cell.isInitialAboutBlank() ? POPUP : ORDINARY;
  }

  private static String value(CoopComparison cell, Swap swap) {
    return Vector.of(
            cell.activeDocumentCoopValue(),
            cell.responseCoopValue(),
            cell.sameOrigin() ? "same-origin" : "cross-origin",
            swap)
        .mkString("/");
  }

  private static Choice choice(CoopComparison cell, Swap swap) {
    return new Choice(
        key(cell),
        value(cell, swap),
        false,
        "%s, %s and %s %s: %s"
            .formatted(
                cell.isInitialAboutBlank()
                    ? "a response in a window with its initial about:blank"
                    : "a response",
                cell.activeDocumentCoopValue(),
                cell.sameOrigin() ? "same-origin" : "cross-origin",
                cell.responseCoopValue(),
                switch (swap) {
                  case NONE -> "the window stays in its group";
                  case RELATED -> "the window goes to another group of the COOP group";
                  case FULL -> "the window switches groups";
                }),
        Choice.CONJECTURE,
        variant ->
            variant.withGroupDecision(
                given -> given.equals(cell) ? swap : variant.groupDecision().apply(given)),
        variant -> refusal(cell, swap, variant));
  }

  private static Option<String> refusal(CoopComparison cell, Swap swap, Variant variant) {
    Option<OpenerPolicyValue> unknown =
        Vector.of(cell.activeDocumentCoopValue(), cell.responseCoopValue())
            .find(value -> !variant.values().contains(value));
    return unknown
        .map(value -> "no response has %s under %s".formatted(value, variant.name()))
        .orElse(
            () ->
                Option.when(
                    swap == Swap.RELATED && !variant.hasCoopGroups(),
                    () ->
                        "there are no COOP groups in %s to be related in"
                            .formatted(variant.name())));
  }
}
