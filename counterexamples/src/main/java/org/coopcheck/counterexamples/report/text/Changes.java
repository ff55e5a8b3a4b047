package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.HandleFacts;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.observation.WindowFacts;

/**
 * What one step made different.
 *
 * @param before what was seen before it
 * @param after what is seen after it
 */
record Changes(Observation before, Observation after) {
  private static final int LONGEST_VALUE = 200;

  /** Handles that the step left behind, though the windows on both sides are still there. */
  Vector<HandleFacts> severedHandles() {
    return after
        .handles()
        .filter(
            handle -> isSevered(handle, after) && !isSevered(handle.from(), handle.to(), before));
  }

  /** Whether the handle leads nowhere, but not because its window was closed. */
  static boolean isSevered(HandleFacts handle, Observation at) {
    return handle.isClosed() && at.window(handle.to()).exists(WindowFacts::isOpen);
  }

  private static boolean isSevered(String from, String to, Observation at) {
    return at.handles()
        .exists(
            handle ->
                handle.from().equals(from) && handle.to().equals(to) && isSevered(handle, at));
  }

  /** Windows that lost their opener in the step, though it is still there. */
  Vector<WindowFacts> withoutTheirOpener() {
    return after
        .windows()
        .filter(
            window ->
                window.isOpen()
                    && window.opener().isEmpty()
                    && openerBefore(window).exists(opener -> opener.exists(this::isThere)));
  }

  private Option<Option<String>> openerBefore(WindowFacts window) {
    return before.window(window.label()).map(WindowFacts::opener);
  }

  private boolean isThere(String label) {
    return after.window(label).exists(WindowFacts::isOpen);
  }

  /** A line for each window that is not as it was. */
  Vector<Line> inWords() {
    return after.windows().flatMap(this::ofWindow);
  }

  private Option<Line> ofWindow(WindowFacts now) {
    var sentences =
        before.window(now.label()).fold(() -> Vector.of("new"), then -> between(then, now));
    return Option.when(
        !sentences.isEmpty(), () -> Line.of(now.label() + ": " + sentences.mkString("; ")));
  }

  private static Vector<String> between(WindowFacts then, WindowFacts now) {
    if (!now.isOpen()) return then.isOpen() ? Vector.of("closed") : Vector.empty();
    boolean isInAnotherGroup = then.browsingContextGroup() != now.browsingContextGroup();
    var virtualGroup =
        changed(
            "virtual browsing context group",
            then.virtualBrowsingContextGroup(),
            now.virtualBrowsingContextGroup());
    return Vector.of(
            changed("url", then.url(), now.url()),
            changed(
                "browsing context group", then.browsingContextGroup(), now.browsingContextGroup()),
            isInAnotherGroup ? Option.<String>none() : virtualGroup,
            changed("opener", text(then.opener()), text(now.opener())),
            changed("name", quoted(then.name()), quoted(now.name())),
            changed("opener policy", then.openerPolicy().value(), now.openerPolicy().value()),
            changed("isolated", then.isCrossOriginIsolated(), now.isCrossOriginIsolated()))
        .flatMap(each -> each);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String text(Option<String> label) {
    return label.getOrElse("none");
  }

  private static Option<String> changed(String what, Object then, Object now) {
    return Option.when(!then.equals(now), () -> what + " " + clipped(then) + " → " + clipped(now));
  }

  private static String clipped(Object value) {
    return Visible.clipped(value.toString(), LONGEST_VALUE);
  }
}
