package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vavr.collection.Vector;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class FingerprintSetTest {

  @Example
  void it_knows_what_was_added_in_eleven_to_sixteen_bytes_each() {
    var random = new Random(42);
    var set = new FingerprintSet();
    Set<ByteBuffer> all = new HashSet<>();
    for (int i = 0; i < 60_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(100)];
      random.nextBytes(bytes);
      bytes[0] = 0;
      assertThat(set.contains(0, bytes, 1, bytes.length - 1))
          .isEqualTo(all.contains(ByteBuffer.wrap(bytes)));
      assertThat(set.add(0, bytes, 1, bytes.length - 1)).isEqualTo(all.add(ByteBuffer.wrap(bytes)));
      assertThat(set.size()).isEqualTo(all.size());
    }
    assertThat((double) set.bytes() / set.size()).isBetween(10.0, 16.1);
  }

  @Data
  Iterable<Tuple2<Integer, Double>> odds() {
    return Table.of( // states, one in so many; by hand: pairs of 2 to the power of 64
        Tuple.of(2, Math.pow(2, 64)), Tuple.of(1 << 20, Math.pow(2, 25)), Tuple.of(1 << 30, 32.0));
  }

  @Property
  @FromData("odds")
  void the_odds_are_one_fingerprint_for_each_pair(@ForAll int states, @ForAll double oneIn) {
    assertThat(FingerprintSet.probabilityOfAMiss(states) * oneIn).isCloseTo(1, within(1e-5));
  }

  @Example
  void a_state_that_is_alone_cannot_be_taken_for_another() {
    assertThat(FingerprintSet.probabilityOfAMiss(1)).isZero();
  }

  @Property(seed = "23", tries = 20)
  void a_search_finds_the_same_and_says_how_sure_it_is(@ForAll Random random) {
    var graph = Graph.random(2000, random);
    var plan =
        SearchPlan.<Integer, String>of(Vector.of(new Rare("a state", false, 50, 9)))
            .withStopWhen(StopWhen.NEVER);
    var exact = BreadthFirstSearch.search(() -> graph, plan);
    var compact = BreadthFirstSearch.search(() -> graph, plan.withStorage(Storage.FINGERPRINTS));
    assertThat(Told.of(compact)).isEqualTo(Told.of(exact));
    assertThat(exact.missed()).isEmpty();
    assertThat(compact.missed()).contains(FingerprintSet.probabilityOfAMiss(compact.distinct()));
  }
}
