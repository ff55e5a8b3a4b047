package org.coopcheck.properties.bound;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/** The kinds of steps, and of things steps are about, that a bound may offer. */
public enum StepKind {
  /** The user opens further windows; the first one is always there. */
  TAB("the user opens more windows than the first"),
  OPEN("scripts open windows"),
  NOOPENER("scripts open windows that have no opener"),
  NAVIGATE("windows are navigated"),
  IFRAME("documents get iframes"),
  DELEGATION("iframes may have allow=\"cross-origin-isolated\""),
  SANDBOX("iframes may have a sandbox attribute"),
  CSP_SANDBOX("responses may have a CSP sandbox directive"),
  ERROR("servers may not answer"),
  ABOUT_BLANK("windows are navigated to about:blank by other windows"),
  BLOB("windows are navigated to blob: URLs"),
  JAVASCRIPT("windows are navigated to javascript: URLs"),
  DOCUMENT_OPEN("scripts call document.open() on windows they can script"),
  NAME("scripts name windows, find them by name, and open them by name"),
  PUSH_STATE("scripts push history entries"),
  TRAVERSE("the user goes back and forward"),
  RELOAD("the user reloads"),
  CLOSE("windows are closed"),
  REPORT_ONLY("responses may have a report-only opener policy"),
  REPORT_ENDPOINT("responses name a reporting endpoint for their opener policies"),
  ACCESS("scripts use a property of windows that they have a handle on"),
  ORIGIN_AGENT_CLUSTER("responses may ask for origin-keyed agent clusters"),
  PAGE_POLICY("responses may have a Cross-Page-Window-Proxy-Policy, which a proposal reads"),
  EMBEDDER_POLICY("responses may have an embedder policy whatever their opener policy"),
  INITIAL_IFRAME("the initial about:blank of a window gets iframes"),
  BOTH_POLICIES("responses may have a report-only opener policy besides one that is enforced");

  /** All but those that only reports can see. */
  public static final SortedSet<StepKind> OF_WORLDS =
      TreeSet.of(values()).remove(REPORT_ENDPOINT).remove(ACCESS).remove(BOTH_POLICIES);

  private final String meaning;

  StepKind(String meaning) {
    this.meaning = meaning;
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it offers, in words. */
  public String meaning() {
    return meaning;
  }

  /** The kind that has this word. */
  public static Option<StepKind> fromWord(String word) {
    return Vector.of(values()).find(kind -> kind.word().equals(word));
  }

  @Override
  public String toString() {
    return word();
  }
}
