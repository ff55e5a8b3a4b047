package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import java.util.Comparator;
import org.coopcheck.counterexamples.observation.Observation;
import org.coopcheck.counterexamples.observation.WindowFacts;
import org.coopcheck.counterexamples.report.text.Picture.Detail;

/** The windows of one moment as a tree: COOP group, browsing context group, page, frame. */
final class Groups {
  private static final int BRANCH = 3;
  private static final int LONGEST_NAME = 60;

  private Groups() {}

  static Vector<Line> of(Observation seen, Detail detail) {
    return new Tree(seen.windows().filter(WindowFacts::isOpen), detail).lines();
  }

  private record Group(int coopGroup, int group) {
    static Group of(WindowFacts window) {
      return new Group(window.coopGroup(), window.browsingContextGroup());
    }
  }

  /**
   * @param open the windows that are there
   * @param detail how much is told of each
   */
  private record Tree(Vector<WindowFacts> open, Detail detail) {

    Vector<Line> lines() {
      return open.filter(WindowFacts::isTopLevel)
          .map(Group::of)
          .distinct()
          .sorted(Comparator.comparingInt(Group::coopGroup).thenComparingInt(Group::group))
          .flatMap(this::ofGroup);
    }

    private Vector<Line> ofGroup(Group group) {
      var pages = open.filter(window -> window.isTopLevel() && Group.of(window).equals(group));
      return branches(pages, 0)
          .prepend(
              Line.of(
                  "COOP group %d > browsing context group %d"
                      .formatted(group.coopGroup, group.group)));
    }

    private Vector<Line> branches(Vector<WindowFacts> windows, int depth) {
      return windows.flatMap(
          window -> {
            boolean isLast = window.equals(windows.last());
            return branches(framesIn(window), depth + 1)
                .map(line -> Line.of(Tone.FAINT, isLast ? "   " : "│  ").with(line))
                .prepend(Line.of(Tone.FAINT, isLast ? "└─ " : "├─ ").with(ofWindow(window, depth)));
          });
    }

    private Vector<WindowFacts> framesIn(WindowFacts window) {
      return open.filter(each -> each.parent().contains(window.label()));
    }

    private int depth(WindowFacts window) {
      return open.find(each -> window.parent().contains(each.label()))
          .map(parent -> depth(parent) + 1)
          .getOrElse(0);
    }

    private Line ofWindow(WindowFacts window, int depth) {
      int widest =
          open.map(each -> each.label().length() + BRANCH * depth(each)).max().getOrElse(0);
      int padding = widest - window.label().length() - BRANCH * depth;
      var line =
          Line.of(Tone.STRONG, window.label())
              .with(" ".repeat(padding + 2))
              .with(window.origin().toString());
      if (window.isTopLevel()) line = line.with(Tone.STRONG, "  " + window.openerPolicy().value());
      if (window.isInitialAboutBlank()) line = line.with("  (initial about:blank)");
      if (window.error().isDefined()) line = line.with(Tone.BAD, "  (error page)");
      if (window.opener().isDefined()) line = line.with("  opener " + window.opener().get());
      if (!window.name().isEmpty())
        line = line.with("  name \"" + Visible.clipped(window.name(), LONGEST_NAME) + "\"");
      return line.with(isolation(window));
    }

    /** Who does not ask for isolation is not told what is missing, unless all is to be told. */
    private Line isolation(WindowFacts window) {
      if (window.isCrossOriginIsolated()) return Line.of(Tone.GOOD, "  isolated");
      var missing = window.whyNotIsolated();
      boolean isAskedFor =
          !missing.contains("opener-policy") || !missing.contains("embedder-policy");
      return Line.of(Tone.FAINT, "  not isolated")
          .with(
              Tone.FAINT, isAskedFor || detail == Detail.FULL ? ": " + missing.mkString(", ") : "");
    }
  }
}
