package org.coopcheck.counterexamples.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coopcheck.counterexamples.schema.Schemas;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;

class ScenarioRoundTripTest {
  @Provide
  Arbitrary<Scenario> scenarios() {
    return ScenarioGenerators.scenarios();
  }

  @Property(seed = "42", tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void a_scenario_that_is_written_reads_back_as_the_same_scenario(
      @ForAll("scenarios") Scenario scenario) {
    assertThat(Texts.scenario(ScenarioFiles.write(scenario))).isEqualTo(scenario);
  }

  @Property(seed = "43", tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void its_json_is_the_same_scenario_too(@ForAll("scenarios") Scenario scenario) {
    assertThat(Texts.scenario(ScenarioJson.of(scenario).toString())).isEqualTo(scenario);
  }

  @Property(seed = "44", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void its_json_is_as_the_published_schema_says(@ForAll("scenarios") Scenario scenario) {
    JsonNode json = ScenarioJson.of(scenario);
    assertThat(Schemas.problems("scenario", json)).isEmpty();
  }

  @Example
  void field_lines_of_one_name_are_put_together_in_their_order() {
    var scenario =
        Texts.scenario(
            """
            coopcheck: 1
            responses:
              https://a.example/: {headers: {A: 1, B: 2, a: [3, 4]}}
            steps: []
            """);
    assertThat(Texts.scenario(ScenarioFiles.write(scenario)).responses().head()._2)
        .containsExactly(
            new Answer.Served(200, HeaderList.of("A", "1", "A", "3", "A", "4", "B", "2")));
  }
}
