package org.coopcheck.model.world;

import io.vavr.collection.Vector;

/** What every world obeys between two steps, whatever the variant. */
public final class WellFormedness {
  private WellFormedness() {}

  /**
   * @param world any world
   * @return a sentence for each way in which the world cannot be written down; none for a good one
   */
  public static Vector<String> problemsOf(World world) {
    return Vector.<String>empty()
        .appendAll(world.navigables().values().flatMap(each -> problemsOf(world, each)))
        .appendAll(world.documents().values().flatMap(each -> problemsOf(world, each)))
        .appendAll(world.browsingContexts().values().flatMap(each -> problemsOf(world, each)))
        .appendAll(
            world
                .accessMonitors()
                .toVector()
                .flatMap(each -> each.accessing().toVector().append(each.informed()))
                .filter(id -> !world.browsingContexts().containsKey(id))
                .map(id -> "a monitor of accesses names " + id + ", which is gone"))
        .appendAll(
            world
                .groups()
                .values()
                .filter(each -> world.browsingContextSet(each.id()).isEmpty())
                .map(each -> each.id() + " has no browsing context"));
  }

  private static Vector<String> problemsOf(World world, Navigable navigable) {
    var problems = Vector.<String>empty();
    if (navigable.current() < 0 || navigable.current() >= navigable.history().size()) {
      return problems.append(navigable.id() + " has no current session history entry");
    }
    if (!world.documents().containsKey(navigable.activeDocument())) {
      problems = problems.append(navigable.id() + " has no active document");
    } else if (!world.navigableOf(world.activeDocument(navigable.id())).equals(navigable.id())) {
      problems = problems.append(navigable.id() + " shows the document of another navigable");
    }
    if (navigable
        .container()
        .exists(container -> !world.documents().containsKey(container.nodeDocument()))) {
      problems = problems.append(navigable.id() + " is contained in a document that is gone");
    }
    return problems;
  }

  private static Vector<String> problemsOf(World world, Document document) {
    var problems = Vector.<String>empty();
    if (!world.browsingContexts().containsKey(document.browsingContext())) {
      return problems.append(document.id() + " has no browsing context");
    }
    if (!world.hasNavigable(world.navigableOf(document))) {
      return problems.append(document.id() + " has no navigable");
    }
    if (!world.isActive(document)
        && !world
            .navigable(world.navigableOf(document))
            .history()
            .exists(entry -> entry.document().equals(document.id()))) {
      problems = problems.append(document.id() + " is neither active nor kept by session history");
    }
    return problems;
  }

  private static Vector<String> problemsOf(World world, BrowsingContext browsingContext) {
    var problems = Vector.<String>empty();
    if (!world.hasNavigable(browsingContext.navigable())) {
      return problems.append(browsingContext.id() + " has no navigable");
    }
    boolean isTopLevel = world.navigable(browsingContext.navigable()).isTopLevelTraversable();
    if (isTopLevel != browsingContext.isTopLevel()) {
      problems =
          problems.append(browsingContext.id() + " is in a group though it is not top-level");
    }
    if (browsingContext.group().exists(group -> !world.groups().containsKey(group))) {
      problems = problems.append(browsingContext.id() + " is in a group that is gone");
    }
    Vector<BrowsingContextId> named =
        Vector.<BrowsingContextId>empty()
            .appendAll(browsingContext.opener())
            .appendAll(browsingContext.creator())
            .appendAll(browsingContext.onePermittedSandboxedNavigator());
    return problems.appendAll(
        named
            .filter(id -> !world.browsingContexts().containsKey(id))
            .map(id -> browsingContext.id() + " refers to " + id + ", which is gone"));
  }
}
