package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.observation.RuleCoverage;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.counterexamples.search.Verdict.Counterexample;

/** What {@code check} found, as JSON. */
public final class CheckJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CheckJson() {}

  /** One verdict, with what rules said to the search that gave it. */
  public static ObjectNode withCoverage(Checked checked) {
    var json = of(checked);
    checked
        .coverage()
        .map(coverage -> RuleCoverage.of(coverage, checked.variant()))
        .forEach(
            rules ->
                json.set("coverage", JSON.arrayNode().addAll(rules.map(CheckJson::rule).asJava())));
    return json;
  }

  private static ObjectNode rule(RuleCoverage coverage) {
    var json =
        JSON.objectNode()
            .put("rule", coverage.rule().id())
            .put("question", coverage.rule().question());
    var reached = json.putObject("reached");
    coverage.reached().forEach(each -> reached.put(each.answer().word(), each.times()));
    var never = json.putArray("never");
    coverage.never().forEach(each -> never.add(each.word()));
    return json;
  }

  /** One verdict. */
  public static ObjectNode of(Checked checked) {
    var json =
        JSON.objectNode()
            .put("variant", checked.variant().name())
            .put("invariant", checked.invariant().name())
            .put("verdict", checked.verdict().word())
            .put("engine", checked.engine());
    json.set("bound", BoundJson.of(checked.bound()));
    json.put("complete", checked.isComplete())
        .put("worlds", checked.worlds())
        .put("transitions", checked.transitions())
        .put("seconds", checked.elapsed().toMillis() / 1000.0);
    if (checked.bytes() > 0) json.put("visitedBytes", checked.bytes());
    missed(checked.verdict()).forEach(odds -> json.put("missedWorldProbability", odds));
    if (checked.verdict() instanceof Verdict.Violated violated) {
      json.set("counterexample", counterexample(violated.counterexample()));
      violated.others().forEach(other -> json.withArray("others").add(counterexample(other)));
    } else {
      json.putNull("counterexample");
    }
    if (checked.verdict() instanceof Verdict.Holds holds) {
      json.put("inductive", holds.extent() == Verdict.Extent.INDUCTIVE);
    }
    if (checked.verdict() instanceof Verdict.NotInductive notInductive) {
      json.put("notInductive", notInductive.explanation());
    }
    checked
        .sample()
        .forEach(
            sample ->
                json.put("seed", sample.seed())
                    .put("runs", sample.runs())
                    .put("witnessReached", sample.isWitnessReached()));
    return json;
  }

  private static Option<Double> missed(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds holds -> holds.missed();
      case Verdict.Vacuous vacuous -> vacuous.missed();
      case Verdict.Violated violated -> Option.none();
      case Verdict.Undecided undecided -> Option.none();
      case Verdict.NotInductive notInductive -> Option.none();
    };
  }

  private static ObjectNode counterexample(Counterexample counterexample) {
    var json = JSON.objectNode();
    json.set("scenario", ScenarioJson.of(counterexample.scenario()));
    counterexample.other().forEach(other -> json.set("other", ScenarioJson.of(other)));
    return json.put("explanation", counterexample.explanation())
        .put("steps", counterexample.scenario().steps().size());
  }
}
