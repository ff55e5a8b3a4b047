package org.coopcheck.counterexamples.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
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
      var origins = universe.tupleOrigins();
      var encoding = new WorldEncoding(Observed.of(bound, false, true), origins);
      var parts = new Parts(new WorldEncoding(Observed.of(bound, false, false), origins), origins);
      for (World world : worlds(universe, variant, encoding)) {
        var apart = parts.takenApart(world);
        var together = parts.together(apart);
        assertThat(WellFormedness.problemsOf(together)).isEmpty();
        assertThat(encoding.encode(together)).isEqualTo(encoding.encode(world));
        assertThat(parts.takenApart(together)).isEqualTo(apart);
      }
    }
  }

  /** The worlds that three steps lead to. */
  private static Vector<World> worlds(Universe universe, Variant variant, WorldEncoding encoding) {
    var rules = Rules.unheard(variant, universe.bound().capabilities());
    Set<String> seen = new HashSet<>();
    var all = Vector.<World>empty();
    var last = Vector.of(World.EMPTY);
    for (int step = 0; step < 3; step++) {
      last =
          last.flatMap(
                  world ->
                      universe
                          .stepsIn(world)
                          .map(
                              action ->
                                  Interpreter.step(world, universe.server(), action, rules)
                                      .world()))
              .filter(
                  world ->
                      seen.add(new String(encoding.encode(world), StandardCharsets.ISO_8859_1)));
      all = all.appendAll(last);
    }
    return all;
  }
}
