package org.coopcheck.counterexamples.observation;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.coopcheck.model.policy.EmbedderPolicy;

/**
 * The kinds of facts in which two runs of one scenario may differ, in the order in which they are
 * told. URLs are none of them: they are what servers and scenarios say.
 */
public enum Observable {
  GROUP("which browsing context group a window is in", ofWindow(w -> w.browsingContextGroup())),
  COOP_GROUP("which COOP group it is in", ofWindow(w -> w.coopGroup())),
  VIRTUAL_GROUP(
      "which virtual browsing context group it is in",
      ofWindow(w -> w.virtualBrowsingContextGroup())),
  OPENER("what window.opener is", ofWindow(w -> w.opener().getOrElse("none"))),
  DOM("whether a document scripts another", ofHandle(h -> h.hasDom())),
  PROPERTIES(
      "which properties of another window a document can use",
      ofHandle(h -> h.properties().isEmpty() ? "none" : h.properties().mkString(" "))),
  CLOSED("what the closed of a handle reads", ofHandle(h -> h.isClosed())),
  HANDLE("how a document comes by a handle, if it does", ofHandle(h -> h.obtained())),
  NAME("window.name", ofWindow(w -> '"' + w.name() + '"')),
  ISOLATED("self.crossOriginIsolated", ofWindow(w -> w.isCrossOriginIsolated())),
  WHY_NOT_ISOLATED(
      "which conditions of isolation are not met",
      ofWindow(w -> w.whyNotIsolated().isEmpty() ? "none" : w.whyNotIsolated().mkString(" "))),
  OPENER_POLICY("a document's opener policy", ofWindow(Observable::openerPolicy)),
  EMBEDDER_POLICY(
      "a document's embedder policy", ofWindow(w -> embedderPolicy(w.embedderPolicy()))),
  ORIGIN("a document's origin", ofWindow(w -> w.origin())),
  SANDBOX(
      "a document's sandboxing flags",
      ofWindow(w -> w.sandbox().isEmpty() ? "none" : words(w.sandbox().mkString(" ")))),
  INITIAL_ABOUT_BLANK(
      "whether a document is the initial about:blank", ofWindow(w -> w.isInitialAboutBlank())),
  ERROR("why there is an error page", ofWindow(w -> w.error().fold(() -> "none", e -> "" + e))),
  OPEN("whether a window is there", ofWindow(w -> w.isOpen())),
  AGENT_CLUSTER("which agent cluster a document is in", ofWindow(w -> w.agentCluster())),
  PROCESS("which process a document is in", ofWindow(w -> w.process())),
  OUTCOME("what comes of a step", new Reading(Option.none(), Option.none())),
  REPORTS("which reports are queued", new Reading(Option.none(), Option.none()));

  private final String meaning;
  private final Reading reading;

  Observable(String meaning, Reading reading) {
    this.meaning = meaning;
    this.reading = reading;
  }

  private record Reading(
      Option<Function1<WindowFacts, Object>> ofWindow,
      Option<Function1<HandleFacts, Object>> ofHandle) {}

  private static Reading ofWindow(Function1<WindowFacts, Object> read) {
    return new Reading(Option.some(read), Option.none());
  }

  private static Reading ofHandle(Function1<HandleFacts, Object> read) {
    return new Reading(Option.none(), Option.some(read));
  }

  private static String openerPolicy(WindowFacts window) {
    var policy = window.openerPolicy();
    return Vector.of(
            Option.some(policy.value().token()),
            policy.reportingEndpoint().map(to -> "to " + to),
            Option.some("report-only " + policy.reportOnlyValue().token()),
            policy.reportOnlyReportingEndpoint().map(to -> "to " + to),
            Option.some("of " + window.openerPolicyOrigin()))
        .flatMap(each -> each)
        .mkString(", ")
        .replace(", report-only unsafe-none", "");
  }

  private static String embedderPolicy(EmbedderPolicy policy) {
    return policy.value().token() + ", report-only " + policy.reportOnlyValue().token();
  }

  private static String words(String constants) {
    return constants.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word on the command line. */
  public String word() {
    return words(name());
  }

  /** What it is, in words. */
  public String meaning() {
    return meaning;
  }

  /** The kind that has this word. */
  public static Option<Observable> fromWord(String word) {
    return Vector.of(values()).find(each -> each.word().equals(word));
  }

  /** What it reads of an open window; none if it is no fact of windows. */
  Option<String> of(WindowFacts window) {
    return reading.ofWindow.map(read -> read.apply(window).toString());
  }

  /** What it reads of a handle; none if it is no fact of handles. */
  Option<String> of(HandleFacts handle) {
    return reading.ofHandle.map(read -> read.apply(handle).toString());
  }

  @Override
  public String toString() {
    return word();
  }
}
