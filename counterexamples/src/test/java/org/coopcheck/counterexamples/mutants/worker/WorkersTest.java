package org.coopcheck.counterexamples.mutants.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.engine.Cancellation;
import org.coopcheck.counterexamples.mutants.Examined;
import org.coopcheck.counterexamples.mutants.Fate;
import org.coopcheck.counterexamples.mutants.worker.Workers.Order;

class WorkersTest {
  private static Order order(Duration patience, Cancellation cancellation, List<Integer> told) {
    return new Order("html", Vector.of(0, 1), 1, patience, cancellation, told::add);
  }

  /** Nobody answers in so short a time. */
  @Example
  void a_mutant_that_does_not_answer_in_time_is_ended_and_does_not_end() {
    List<Integer> told = new ArrayList<>();
    var examined = Workers.examine(order(Duration.ofNanos(1), new Cancellation(), told));
    assertThat(examined.map(Examined::number)).containsExactly(0, 1);
    assertThat(examined.map(Examined::fate)).containsOnly(Fate.DOES_NOT_END);
    assertThat(told).containsExactly(1, 2);
  }

  @Example
  void what_is_cancelled_gives_what_is_known_and_claims_nothing_of_the_rest() {
    var cancellation = new Cancellation();
    cancellation.cancel();
    assertThat(Workers.examine(order(Duration.ofDays(1), cancellation, new ArrayList<>())))
        .isEmpty();
  }
}
