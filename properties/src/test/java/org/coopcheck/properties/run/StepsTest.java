package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Interpreter;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Rules;
import org.coopcheck.model.world.WellFormedness;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.RunGenerators;
import org.coopcheck.properties.generator.UniverseRuns;

/** What holds for every step of every run, whatever the rules. */
@Domain(AnyRuns.class)
class StepsTest {
  // Small enough that every step of a world can be tried.
  private static final Universe SMALL = new Universe(UniverseRuns.BOUND.withRedirects(0));

  @Property(seed = "42", tries = 500)
  void every_world_is_well_formed(@ForAll Run run) {
    assertWellFormed(run);
  }

  @Example
  void under_no_variant_and_no_choice_is_a_world_ill_formed() {
    RunGenerators.VARIANTS
        .crossProduct(Vector.range(0, 8))
        .forEach(
            pair ->
                assertWellFormed(
                    UniverseRuns.next(new Random(pair._2), pair._1, Capabilities.ALL, 30)));
  }

  private static void assertWellFormed(Run run) {
    run.taken()
        .forEach(
            taken ->
                assertThat(WellFormedness.problemsOf(taken.after()))
                    .as("%s, after %s", run.variant(), taken.action())
                    .isEmpty());
  }

  @Property(seed = "43", tries = 500)
  void a_step_that_is_not_done_changes_nothing(@ForAll Run run) {
    run.taken()
        .filter(taken -> taken.step().outcome() instanceof Outcome.NotDone)
        .forEach(
            taken -> {
              assertThat(taken.after()).as("after %s", taken.action()).isEqualTo(taken.before());
              assertThat(taken.step().server()).isEqualTo(taken.server());
            });
  }

  @Property(seed = "44", tries = 60)
  void whatever_a_universe_offers_can_be_tried(@ForAll Run run) {
    var world = run.worlds().last();
    for (Action action : SMALL.stepsIn(world)) {
      var step = Interpreter.step(world, SMALL.server(), action, run.rules());
      assertThat(WellFormedness.problemsOf(step.world())).as("after %s", action).isEmpty();
      if (!step.isDone()) assertThat(step.world()).as("after %s", action).isEqualTo(world);
    }
  }

  @Property(seed = "45", tries = 300)
  void the_same_run_comes_out_the_same(@ForAll Run run) {
    assertThat(heard(run)).isEqualTo(heard(run));
  }

  @Property(seed = "46", tries = 300)
  void it_makes_no_difference_whether_anybody_listens(@ForAll Run run) {
    assertThat(heard(run).steps().map(ScenarioRun.Taken::step))
        .isEqualTo(run.taken().map(Run.Taken::step));
  }

  private static ScenarioRun heard(Run run) {
    return ScenarioRun.of(run.scenario(), run.variant(), run.capabilities());
  }

  @Property(seed = "47", tries = 300)
  void every_step_that_asks_a_rule_says_so_each_time_alike(@ForAll Run run) {
    run.taken()
        .forEach(taken -> assertThat(decisions(run, taken)).isEqualTo(decisions(run, taken)));
  }

  private static Vector<?> decisions(Run run, Run.Taken taken) {
    var decisions = new Decisions.Kept();
    Interpreter.step(
        taken.before(),
        taken.server(),
        taken.action(),
        new Rules(run.variant(), run.capabilities(), decisions));
    return decisions.inOrder();
  }
}
