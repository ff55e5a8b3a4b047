package org.coopcheck.counterexamples.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.core.ReferenceWorld.Window;

class CoreSymmetryTest {

  @Example
  void two_worlds_of_three_windows_are_one_exactly_if_one_is_a_renaming_of_the_other() {
    var symmetry = new CoreSymmetry(3);
    Map<Long, Set<Long>> orbits = new HashMap<>();
    for (ReferenceWorld world : CoreSystemTest.reachable(3, 0)) {
      Set<Long> orbit = new HashSet<>();
      for (ReferenceWorld renaming : renamings(world)) orbit.add(renaming.packed().bits());
      long chosen = symmetry.canonical(world.packed().bits());
      assertThat(orbit).contains(chosen);
      assertThat(orbits.computeIfAbsent(chosen, key -> orbit)).isEqualTo(orbit);
    }
    assertThat(orbits).hasSize(1_406);
    assertThat(orbits.values().stream().mapToInt(Set::size).sum()).isEqualTo(15_519);
  }

  @Example
  void all_renamings_of_a_world_of_five_windows_are_one() {
    var random = new Random(42);
    var symmetry = new CoreSymmetry(5);
    for (int i = 0; i < 500; i++) {
      var world = worldOfFewKinds(random);
      long chosen = symmetry.canonical(world.packed().bits());
      for (ReferenceWorld renaming : renamings(world)) {
        assertThat(symmetry.canonical(renaming.packed().bits())).isEqualTo(chosen);
      }
    }
  }

  @Example
  void two_pairs_without_openers_are_not_four_of_a_kind() {
    var world = new ReferenceWorld(Vector.of(0, 0, 1, 1, 2).map(group -> window(0, 3, group)), 0);
    var symmetry = new CoreSymmetry(5);
    assertThat(renamings(world).map(w -> symmetry.canonical(w.packed().bits())).distinct())
        .hasSize(1);
  }

  @Example
  void origins_of_the_same_weight_are_exchanged_too() {
    // as many windows of every kind for either origin, yet no renaming turns one into the other
    var world =
        new ReferenceWorld(
            Vector.of(
                window(0, 0, 0),
                window(0, 1, 0),
                window(1, 0, 2),
                window(1, 2, 2),
                window(1, 1, 4),
                window(0, 2, 4)),
            0);
    var symmetry = new CoreSymmetry(6);
    assertThat(renamings(world).map(w -> symmetry.canonical(w.packed().bits())).distinct())
        .hasSize(1);
  }

  @Example
  void the_chosen_world_stands_for_itself() {
    var symmetry = new CoreSymmetry(3);
    for (ReferenceWorld world : CoreSystemTest.reachable(3, 0)) {
      long chosen = symmetry.canonical(world.packed().bits());
      assertThat(symmetry.canonical(chosen)).isEqualTo(chosen);
    }
  }

  private static Vector<ReferenceWorld> renamings(ReferenceWorld world) {
    return Vector.range(0, world.windows().size())
        .permutations()
        .flatMap(names -> Vector.of(world.renamed(names, false), world.renamed(names, true)));
  }

  /** A world, reachable or not, with so few kinds of windows that many are alike. */
  private static ReferenceWorld worldOfFewKinds(Random random) {
    var windows =
        Vector.fill(5, () -> window(random.nextInt(2), 3 * random.nextInt(2), random.nextInt(3)));
    for (int w = 0; w < 5; w++) {
      var window = windows.get(w);
      int opener = random.nextInt(5);
      if (opener == w || windows.get(opener).group() != window.group()) continue;
      windows =
          windows.update(
              w, new Window(true, window.origin(), window.coop(), opener, window.group(), false));
    }
    return new ReferenceWorld(windows, 0);
  }

  private static Window window(int origin, int coop, int group) {
    return new Window(true, origin, coop, ReferenceWorld.NONE, group, false);
  }
}
