package org.coopcheck.counterexamples.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.search.Observed;
import org.coopcheck.counterexamples.search.WorkReduction;
import org.coopcheck.counterexamples.search.WorldEncoding;
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
      var encoding = new WorldEncoding(Observed.of(bound, false, WorkReduction.ALL), origins);
      var parts =
          new Parts(new WorldEncoding(Observed.of(bound, false, Parts.NAMED), origins), origins);
      for (World world : Worlds.within(3, universe, variant, encoding)) {
        var apart = parts.takenApart(world);
        var together = parts.together(apart);
        assertThat(WellFormedness.problemsOf(together)).isEmpty();
        assertThat(encoding.encode(together)).isEqualTo(encoding.encode(world));
        assertThat(parts.takenApart(together)).isEqualTo(apart);
      }
    }
  }
}
