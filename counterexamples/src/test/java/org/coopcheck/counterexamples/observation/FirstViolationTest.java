package org.coopcheck.counterexamples.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.scenario.Texts;
import org.coopcheck.model.decision.Source;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Sight;
import org.coopcheck.properties.invariant.Violation;

class FirstViolationTest {
  private static final String THREE_WINDOWS =
      """
      coopcheck: 1
      responses:
        https://a.example/: [{status: 404}, {}]
      steps:
        - {tab: a, url: https://a.example/}
        - {tab: b, url: https://a.example/}
        - {tab: c, url: https://a.example/}
      """;

  private static Invariant atMost(int windows) {
    return new Invariant(
        "at-most-" + windows,
        "X",
        "There are at most so many windows.",
        Source.of("conjecture", "https://example.com/"),
        Sight.STEP,
        TreeSet.empty(),
        moment ->
            Option.when(
                moment.world().navigables().size() > windows,
                () ->
                    new Violation(
                        "%s: %d before, %d now, %s"
                            .formatted(
                                moment.action(),
                                moment.before().navigables().size(),
                                moment.world().navigables().size(),
                                moment.server()),
                        Vector.empty())),
        "a window",
        moment -> true);
  }

  @Example
  void each_invariant_is_told_of_once_at_the_step_that_first_violates_it() {
    var scenario = Texts.scenario(THREE_WINDOWS);
    var found =
        FirstViolation.in(
            scenario, Texts.run(scenario), Vector.of(atMost(2), atMost(1), atMost(3)));
    assertThat(found.map(each -> each.invariant().name()))
        .containsExactly("at-most-1", "at-most-2");
    assertThat(found.map(FirstViolation::step)).containsExactly(2, 3);
  }

  @Example
  void an_invariant_sees_the_step_with_the_world_and_the_servers_before_it() {
    var scenario = Texts.scenario(THREE_WINDOWS);
    var explanations =
        Vector.of(0, 1)
            .map(most -> FirstViolation.in(scenario, Texts.run(scenario), Vector.of(atMost(most))))
            .map(found -> found.single().violation().explanation());
    assertThat(explanations.get(0))
        .contains("opened=a")
        .contains("0 before, 1 now")
        .contains("404");
    assertThat(explanations.get(1))
        .contains("opened=b")
        .contains("1 before, 2 now")
        .doesNotContain("404");
  }
}
