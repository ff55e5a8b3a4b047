package org.coopcheck.counterexamples.rollout;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import org.coopcheck.model.decision.Rule;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Silence;

/**
 * The gaps of report-only that the rollout guide describes. They are put on what was found, and have
 * no part in finding it.
 */
public enum GuideGap {
  IFRAME_WINDOWS(
      "G1",
      "windows that iframes open",
      breakage -> breakage.turn().exists(turn -> turn.rule() == Rule.CHOOSE_A_NAVIGABLE)),
  REDIRECTS(
      "G2",
      "redirects with a policy",
      breakage -> breakage.announcement().why().contains(Silence.HEADER_OF_A_REDIRECT)),
  SANDBOX(
      "G3",
      "windows that inherit sandboxing",
      breakage -> breakage.turn().exists(turn -> turn.rule() == Rule.COOP_SANDBOX));

  private final String id;
  private final String title;
  private final Predicate<Breakage> describes;

  GuideGap(String id, String title, Predicate<Breakage> describes) {
    this.id = id;
    this.title = title;
    this.describes = describes;
  }

  /** The gap that the guide describes, if it describes this one. */
  public static Option<GuideGap> of(Breakage breakage) {
    return Vector.of(values()).find(gap -> gap.describes.test(breakage));
  }

  /** Its short name. */
  public String id() {
    return id;
  }

  /** What the guide calls it. */
  public String title() {
    return title;
  }
}
