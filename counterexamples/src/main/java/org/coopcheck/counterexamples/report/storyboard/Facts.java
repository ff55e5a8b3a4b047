package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.WindowFacts;
import org.coopcheck.counterexamples.report.storyboard.Fact.Style;
import org.coopcheck.counterexamples.report.text.Visible;
import org.coopcheck.model.policy.EmbedderPolicyValue;

/**
 * What is written in the box of a document.
 *
 * @param now the document
 * @param then what was there before the step
 * @param all all that are there now
 */
record Facts(WindowFacts now, Option<WindowFacts> then, Vector<WindowFacts> all) {
  private static final int LONGEST_TEXT = 36;

  static Vector<Fact> of(WindowFacts now, Option<WindowFacts> then, Vector<WindowFacts> all) {
    return new Facts(now, then, all).lines();
  }

  private Vector<Fact> lines() {
    return Vector.of(
            line(Style.NAME, window -> Option.some(window.label())),
            line(Style.CODE, window -> Option.some(window.origin().toString())),
            line(Style.WORDS, Facts::page),
            line(Style.WORDS, Facts::opener),
            line(Style.CODE, Facts::openerPolicy),
            line(Style.CODE, Facts::openerPolicyOrigin),
            line(Style.CODE, Facts::embedderPolicy),
            isolation())
        .flatMap(each -> each)
        .appendAll(lacks())
        .appendAll(
            Vector.of(
                    line(Style.FAINT, Facts::name),
                    line(Style.FAINT, this::virtualGroup),
                    line(Style.FAINT, window -> Option.some("process " + window.process())))
                .flatMap(each -> each));
  }

  /** The line, and whether it read otherwise before. */
  private Option<Fact> line(Style style, Function1<WindowFacts, Option<String>> text) {
    return text.apply(now)
        .map(
            words ->
                new Fact(
                    style,
                    clipped(words),
                    then.exists(before -> !text.apply(before).contains(words))));
  }

  private static String clipped(String text) {
    return Letters.clipped(Visible.text(text), LONGEST_TEXT);
  }

  private static Option<String> page(WindowFacts window) {
    return window
        .error()
        .map(why -> "error page: " + why)
        .orElse(Option.when(window.isInitialAboutBlank(), "initial about:blank"));
  }

  private static Option<String> opener(WindowFacts window) {
    return window.opener().map(label -> "opener " + label);
  }

  private static Option<String> openerPolicy(WindowFacts window) {
    return Option.when(window.isTopLevel(), () -> "COOP " + window.openerPolicy().value().token());
  }

  private static Option<String> openerPolicyOrigin(WindowFacts window) {
    return Option.when(
        window.isTopLevel() && !window.openerPolicyOrigin().equals(window.origin()),
        () -> "  of " + window.openerPolicyOrigin());
  }

  private static Option<String> embedderPolicy(WindowFacts window) {
    var value = window.embedderPolicy().value();
    boolean isSaid =
        window.isTopLevel()
            && !window.openerPolicy().value().withoutCoep().equals(window.openerPolicy().value());
    return Option.when(
        value != EmbedderPolicyValue.UNSAFE_NONE && !isSaid, () -> "COEP " + value.token());
  }

  private Option<Fact> isolation() {
    return line(
        now.isCrossOriginIsolated() ? Style.GOOD : Style.FAINT,
        window ->
            Option.some(window.isCrossOriginIsolated() ? "cross-origin isolated" : "not isolated"));
  }

  /** Who does not ask for isolation is not told what is missing. */
  private Vector<Fact> lacks() {
    var missing = now.whyNotIsolated();
    boolean isAskedFor = !missing.contains("opener-policy") || !missing.contains("embedder-policy");
    boolean isChanged =
        then.exists(
            before -> !before.isCrossOriginIsolated() && !before.whyNotIsolated().equals(missing));
    return now.isCrossOriginIsolated() || !isAskedFor
        ? Vector.empty()
        : missing.zipWithIndex(
            (each, index) ->
                new Fact(
                    Style.FAINT,
                    (index == 0 ? "lacks " : "and ") + each.replace('-', ' '),
                    isChanged));
  }

  private static Option<String> name(WindowFacts window) {
    return Option.when(!window.name().isEmpty(), () -> "name \"" + window.name() + "\"");
  }

  /** Told only where there is more than one in a group. */
  private Option<String> virtualGroup(WindowFacts window) {
    boolean isOneOfSeveral =
        all.exists(
            other ->
                other.browsingContextGroup() == window.browsingContextGroup()
                    && other.virtualBrowsingContextGroup() != window.virtualBrowsingContextGroup());
    return Option.when(
        isOneOfSeveral, () -> "virtual group " + window.virtualBrowsingContextGroup());
  }
}
