package org.coopcheck.properties.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.generator.Run;
import org.coopcheck.properties.invariant.EnforcedPart;

/** Report-only fields change nothing that scripts or users could notice. */
@Domain(AnyRuns.class)
class ReportOnlyTest {

  @Property(seed = "81", tries = 500)
  void without_report_only_fields_the_worlds_differ_in_nothing_else(@ForAll Run run) {
    var without =
        run.withScenario(
            run.scenario().withResponses(withoutReportOnly(run.scenario().responses())));
    assertThat(outcomesOf(without)).isEqualTo(outcomesOf(run));
    assertThat(enforcedPartsOf(without)).isEqualTo(enforcedPartsOf(run));
  }

  /** NB: numbers are counted anew, since a virtual browsing context group ID takes one. */
  private static Vector<World> enforcedPartsOf(Run run) {
    return run.worlds().map(EnforcedPart::of).map(CountedAnew::of);
  }

  /** What came of the steps; a reason may name an opaque origin by its number. */
  private static Vector<String> outcomesOf(Run run) {
    return run.taken()
        .map(taken -> taken.step().outcome().toString().replaceAll("opaque-[0-9]+", "opaque"));
  }

  private static SortedMap<Url, Vector<Answer>> withoutReportOnly(
      SortedMap<Url, Vector<Answer>> responses) {
    return responses.mapValues(answers -> answers.map(ReportOnlyTest::withoutReportOnly));
  }

  private static Answer withoutReportOnly(Answer answer) {
    return switch (answer) {
      case Answer.Nothing nothing -> nothing;
      case Answer.Served(var status, HeaderList headers) ->
          new Answer.Served(
              status,
              headers
                  .without("Cross-Origin-Opener-Policy-Report-Only")
                  .without("Cross-Origin-Embedder-Policy-Report-Only"));
    };
  }
}
