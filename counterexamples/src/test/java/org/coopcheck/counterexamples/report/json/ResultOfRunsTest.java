package org.coopcheck.counterexamples.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.scenario.Texts;
import org.coopcheck.counterexamples.schema.Schemas;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.generator.RunGenerators;

class ResultOfRunsTest {
  @Provide
  Arbitrary<Run> runs() {
    return RunGenerators.runs(RunGenerators.VARIANTS);
  }

  @Provide
  Arbitrary<Run> rawRuns() {
    return RunGenerators.rawRuns(RunGenerators.VARIANTS);
  }

  private static ObjectNode result(Scenario scenario, Run run) {
    return ResultJson.of(scenario, ScenarioRun.of(scenario, run.variant(), run.capabilities()));
  }

  @Property(seed = "42", tries = 25, edgeCases = EdgeCasesMode.NONE)
  void the_result_of_any_run_is_as_the_published_schema_says(
      @ForAll("runs") Run run, @ForAll("rawRuns") Run raw) {
    var results =
        JsonNodeFactory.instance
            .arrayNode()
            .add(result(run.scenario(), run))
            .add(result(raw.scenario(), raw));
    assertThat(Schemas.problems("result", results)).isEmpty();
  }

  @Property(seed = "43", tries = 50, edgeCases = EdgeCasesMode.NONE)
  void a_scenario_that_was_written_and_read_again_has_the_same_result(@ForAll("runs") Run run) {
    var scenario = untilALabelIsGivenAgain(run.scenario());
    assertThat(scenario.steps()).hasSizeGreaterThan(2);
    var read = Texts.scenario(ScenarioFiles.write(scenario));
    assertThat(result(read, run)).isEqualTo(result(scenario, run));
  }

  /** In files {@code tab} and {@code iframe} give each label once. */
  private static Scenario untilALabelIsGivenAgain(Scenario scenario) {
    var readable =
        Vector.rangeClosed(1, scenario.steps().size())
            .map(length -> scenario.withSteps(scenario.steps().take(length)))
            .takeWhile(each -> ScenarioFiles.read("run.yaml", ScenarioFiles.write(each)).isValid());
    return readable.last();
  }

  @Property(seed = "44", tries = 50, edgeCases = EdgeCasesMode.NONE)
  void what_a_result_shows_can_be_expected_of_it(@ForAll("runs") Run run) {
    var result = result(run.scenario(), run);
    var expect = result.get("final").deepCopy();
    ((ObjectNode) expect).set("steps", result.get("steps"));
    assertThat(Expectations.mismatches(expect, result)).isEmpty();
  }
}
