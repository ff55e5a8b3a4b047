package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;

/**
 * How far groups reach in one scene: they begin where the plan says, and end where what is in them
 * does, so that no picture has room for what is not there yet.
 */
final class GroupBoxes {
  private static final double PADDING = 14;

  private GroupBoxes() {}

  static SortedMap<Slot, Box> of(Scene scene, Plan plan) {
    var windows =
        scene
            .cards()
            .map(Card::slot)
            .appendAll(scene.ghosts().map(Ghost::slot))
            .toMap(slot -> slot, slot -> plan.boxes().get(slot).get());
    var inGroups = TreeMap.ofEntries(windows);
    for (Vector<Slot> groups :
        Vector.of(
            windows.keySet().toVector().map(Slot::ofItsGroup),
            windows.keySet().toVector().map(Slot::ofItsCoopGroup))) {
      for (Slot group : groups.distinct()) {
        inGroups = inGroups.put(group, around(group, inGroups, scene, plan));
      }
    }
    return inGroups.filterKeys(slot -> slot.window().isEmpty());
  }

  private static Box around(Slot group, SortedMap<Slot, Box> known, Scene scene, Plan plan) {
    var planned = plan.boxes().get(group).get();
    var within =
        known
            .filterKeys(group::isAround)
            .values()
            .toVector()
            .map(box -> new Box(box.x(), box.y(), box.width() + PADDING, box.height() + PADDING))
            .appendAll(labels(group, scene, plan));
    double right = within.map(Box::right).max().getOrElse(0.0);
    double bottom = within.map(Box::bottom).max().getOrElse(0.0);
    return new Box(
        planned.x(),
        planned.y(),
        Math.max(GroupDrawing.width(group), right - planned.x()),
        bottom - planned.y());
  }

  /** The texts of arrows that do not leave the group. */
  private static Vector<Box> labels(Slot group, Scene scene, Plan plan) {
    return scene
        .links()
        .filter(link -> group.isAround(link.ends().one()) && group.isAround(link.ends().other()))
        .map(link -> plan.routes().get(link.ends()).get().label())
        .map(box -> new Box(box.x(), box.y(), box.width() + PADDING, box.height() + PADDING));
  }
}
