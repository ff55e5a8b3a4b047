package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import org.coopcheck.model.world.Document;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.model.world.World;

/** A world that no run is known to lead to, in one sentence. */
public final class WorldWords {
  private static final int LONGEST_URL = 80;

  private WorldWords() {}

  /** Its windows, what they show, and what they have to do with each other. */
  public static String of(World world) {
    var windows = world.topLevelTraversables().map(each -> each.id());
    return windows.isEmpty()
        ? "there is no window"
        : windows
            .map(window -> window(world, window, windows.takeUntil(window::equals)))
            .mkString("; ");
  }

  private static String window(World world, NavigableId id, Vector<NavigableId> before) {
    var document = world.activeDocument(id);
    var opener =
        world
            .activeBrowsingContext(id)
            .opener()
            .map(by -> ", opened by " + world.browsingContext(by).navigable());
    var beside =
        before
            .find(other -> isTogether(world, document, other))
            .map(other -> " in the browsing context group of " + other);
    return "%s%s shows %s with %s%s%s"
        .formatted(
            id,
            opener.map(by -> by + ",").getOrElse(""),
            shown(document),
            document.openerPolicy().value(),
            beside.getOrElse(""),
            world
                .childNavigables(document.id())
                .map(frame -> ", and in an iframe %s".formatted(shown(world.activeDocument(frame))))
                .mkString());
  }

  private static boolean isTogether(World world, Document document, NavigableId other) {
    return world.groupOf(document).equals(world.groupOf(world.activeDocument(other)));
  }

  private static String shown(Document document) {
    if (document.error().isDefined()) return "an error page";
    return document.isInitialAboutBlank()
        ? "the initial about:blank of " + document.origin()
        : Visible.clipped(document.url().toString(), LONGEST_URL);
  }
}
