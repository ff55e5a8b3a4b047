package org.coopcheck.counterexamples.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.time.Duration;
import net.jqwik.api.Example;

class SearchProgressTest {

  @Example
  void it_tells_depth_worlds_frontier_rate_memory_and_time() {
    assertThat(progress(Option.none()).words())
        .isEqualTo("step 3, 12,345 worlds, 678 waiting, 2,000 steps/s, 300 MiB, 10 s");
  }

  @Example
  void if_there_is_a_limit_it_tells_the_time_that_is_left() {
    assertThat(progress(Option.some(Duration.ofMinutes(1))).words()).endsWith(", 50 s left");
    assertThat(progress(Option.some(Duration.ofSeconds(5))).words()).endsWith(", 0 s left");
  }

  /** Of 90,000 steps, 70,000 are known from a process before. */
  private static SearchProgress progress(Option<Duration> limit) {
    return new SearchProgress(
        3, 12_345, 90_000, 20_000, 678, 300L << 20, Duration.ofSeconds(10), limit);
  }
}
