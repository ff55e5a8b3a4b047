package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.coopcheck.counterexamples.search.WorldEncoding;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.bound.Universe;

/** Worlds that can be reached. */
final class Worlds {
  private Worlds() {}

  /** Those that so many steps lead to, each once. */
  static Vector<World> within(
      int steps, Universe universe, Variant variant, WorldEncoding encoding) {
    var rules = Rules.unheard(variant, universe.bound().capabilities());
    Set<String> seen = new HashSet<>();
    var all = Vector.<World>empty();
    var last = Vector.of(World.EMPTY);
    for (int step = 0; step < steps; step++) {
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
