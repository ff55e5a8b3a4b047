package org.coopcheck.counterexamples.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.model.world.WellFormedness;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;

class PartsTest {

  @Example
  void a_world_is_its_windows_and_what_is_between_them() {
    for (Variant variant : Variants.ALL) {
      var bound = Bound.standardFor(Vector.of(variant));
      var universe = new Universe(bound);
      var exact = new WorldEncoding(Observed.of(bound, false, true), universe.tupleOrigins());
      var parts =
          new Parts(
            new WorldEncoding(Observed.of(bound, false, false), universe.tupleOrigins()),
            universe.tupleOrigins());
      int n = 0;
      for (World world : worlds(universe, variant, exact, 3)) {
        n++;
        var apart = parts.takenApart(world);
        var together = parts.together(apart);
        assertThat(WellFormedness.problemsOf(together)).isEmpty();
        assertThat(parts.takenApart(together)).isEqualTo(apart);
        assertThat(exact.encode(together)).as(() -> world + "\n" + together).isEqualTo(exact.encode(world));
      }
      System.out.println(variant.name() + " worlds " + n + " parts " + parts.size());
    }
  }

  private static Vector<World> worlds(
      Universe universe, Variant variant, WorldEncoding encoding, int steps) {
    var rules = Rules.unheard(variant, universe.bound().capabilities());
    Set<String> seen = new HashSet<>();
    var all = Vector.of(World.EMPTY);
    var layer = Vector.of(World.EMPTY);
    for (int i = 0; i < steps; i++) {
      var next = new ArrayDeque<World>();
      for (World world : layer) {
        for (var action : universe.stepsIn(world)) {
          var after = Interpreter.step(world, universe.server(), action, rules).world();
          if (seen.add(new String(encoding.encode(after), java.nio.charset.StandardCharsets.ISO_8859_1))) next.add(after);
        }
      }
      layer = Vector.ofAll(next);
      all = all.appendAll(layer);
    }
    return all;
  }
}
