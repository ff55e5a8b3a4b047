package org.coopcheck.counterexamples.report.text;

import io.vavr.control.Option;
import java.util.Locale;

/** How likely it is that a search that keeps fingerprints alone has missed a world. */
public final class OddsWords {
  private OddsWords() {}

  /**
   * @param missed the probability, at most, that a world was missed; none if none can be
   * @return what has to be said behind a verdict that is only as sure as that
   */
  public static String behind(Option<Double> missed) {
    return missed
        .map(
            odds ->
                String.format(
                    Locale.ROOT,
                    "; by fingerprints: a world was missed with a probability of at most %.1e",
                    odds))
        .getOrElse("");
  }
}
