package org.coopcheck.counterexamples.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.counterexamples.core.ReferenceWorld.Next;
import org.coopcheck.counterexamples.engine.Encoding;

class CoreSystemTest {

  @Data
  Iterable<Tuple2<Integer, Integer>> bugs() {
    return Table.of( // windows, bug
        Tuple.of(1, 0),
        Tuple.of(2, 0),
        Tuple.of(2, 1),
        Tuple.of(2, 2),
        Tuple.of(2, 3),
        Tuple.of(3, 0));
  }

  @Property
  @FromData("bugs")
  void every_world_has_the_successors_of_the_definition(@ForAll int windows, @ForAll int bug) {
    var system = new CoreSystem(windows, false, SeededBug.numbered(bug).get());
    for (ReferenceWorld world : reachable(windows, bug)) {
      assertThat(successors(system, world)).isEqualTo(world.next());
    }
  }

  @Property
  @FromData("bugs")
  void every_world_is_judged_as_the_definition_says(@ForAll int windows, @ForAll int bug) {
    for (ReferenceWorld world : reachable(windows, bug)) {
      assertThat(isHit(CoreProperty.ISOLATED, world)).isEqualTo(!world.isIsolated());
      assertThat(isHit(CoreProperty.OPENER_IN_GROUP, world)).isEqualTo(!world.isOpenerInGroup());
      assertThat(isHit(CoreProperty.FULL_SPLIT, world)).isEqualTo(world.isFullySplit());
    }
  }

  @Example
  void an_opener_in_another_group_or_dead_is_a_violation() {
    var dead = new ReferenceWorld.Window(false, 0, 0, CoreWorld.NONE, CoreWorld.NONE, false);
    var opener = new ReferenceWorld.Window(true, 0, 0, CoreWorld.NONE, 0, false);
    var inAnotherGroup = new ReferenceWorld.Window(true, 0, 0, 0, 1, false);
    var ofADeadOne = new ReferenceWorld.Window(true, 0, 0, 2, 1, false);
    var inTheGroup = new ReferenceWorld.Window(true, 0, 0, 0, 0, false);
    assertThat(isHit(CoreProperty.OPENER_IN_GROUP, world(opener, inAnotherGroup, dead))).isTrue();
    assertThat(isHit(CoreProperty.OPENER_IN_GROUP, world(opener, ofADeadOne, dead))).isTrue();
    assertThat(isHit(CoreProperty.OPENER_IN_GROUP, world(opener, inTheGroup, dead))).isFalse();
  }

  @Example
  void worlds_are_told_apart_without_symmetry() {
    var system = new CoreSystem(2, false, SeededBug.NONE);
    var worlds = reachable(2, 0);
    var encodings = new LinkedHashSet<Vector<Byte>>();
    for (ReferenceWorld world : worlds) encodings.add(encoding(system, world));
    assertThat(encodings).hasSize(worlds.size());
  }

  /** Every world that can be reached, by the definition alone. */
  static Set<ReferenceWorld> reachable(int windows, int bug) {
    var first = ReferenceWorld.initial(windows, bug);
    Set<ReferenceWorld> seen = new LinkedHashSet<>();
    var open = new ArrayDeque<ReferenceWorld>();
    seen.add(first);
    open.add(first);
    while (!open.isEmpty()) {
      for (Next next : open.remove().next()) {
        if (seen.add(next.world())) open.add(next.world());
      }
    }
    return seen;
  }

  static Vector<Byte> encoding(CoreSystem system, ReferenceWorld world) {
    var encoding = new Encoding();
    system.encode(world.packed(), encoding);
    return Vector.ofAll(encoding.toByteArray());
  }

  private static Vector<Next> successors(CoreSystem system, ReferenceWorld world) {
    var found = new ArrayList<Next>();
    CoreWorld packed = world.packed();
    system.forEachSuccessor(
        packed,
        (index, after) ->
            found.add(
                new Next(
                    system.action(packed, index),
                    ReferenceWorld.of(after, world.windows().size(), world.bug()))));
    return Vector.ofAll(found);
  }

  private static ReferenceWorld world(ReferenceWorld.Window... windows) {
    return new ReferenceWorld(Vector.of(windows), 0);
  }

  private static boolean isHit(CoreProperty property, ReferenceWorld world) {
    return new CoreCheck(property, world.windows().size()).isHitBy(world.packed());
  }
}
