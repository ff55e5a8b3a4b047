package org.coopcheck.counterexamples.mutants.question;

import io.vavr.collection.Vector;
import java.util.List;
import org.coopcheck.counterexamples.conformance.Row;
import org.coopcheck.counterexamples.mutants.bench.Bench;
import org.coopcheck.counterexamples.mutants.bench.Finding;
import org.coopcheck.counterexamples.mutants.bench.Walk;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.variant.HtmlStandard;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;

/** This copy of the project, put to the questions. */
public final class ModelBench implements Bench {
  private Variant rules = HtmlStandard.VARIANT;
  private Vector<Row> rows = Vector.empty();
  private List<String> names = List.of();
  private Vector<Search> searches = Vector.empty();
  private Vector<Bound> walks = Vector.empty();

  @Override
  public void begin(String variant, String rulesInItsPlace) {
    var asked = Variants.parse(variant).get();
    rules = Variants.parse(rulesInItsPlace).get();
    rows =
        Row.OF_TESTS
            .appendAll(Row.OF_THE_TEXT)
            .appendAll(Row.OF_BROWSERS)
            .appendAll(Row.OF_REPORTS)
            .filter(row -> row.variant().equals(asked))
            .sortBy(row -> row.scenario().scenario().steps().size());
    names = rows.map(Row::id).toJavaList();
    searches = Search.of(asked);
    walks = Walks.of(asked);
  }

  @Override
  public List<String> rows() {
    return names;
  }

  @Override
  public String mismatch(int row) {
    var asked = rows.get(row);
    return asked.mismatches(asked.scenario().scenario(), rules).mkString("; ");
  }

  @Override
  public String scenarioOf(int row) {
    return ScenarioFiles.write(rows.get(row).scenario().scenario());
  }

  @Override
  public List<String> searches() {
    return searches.map(Search::name).asJava();
  }

  @Override
  public List<Finding> search(int search) {
    return searches.get(search).findings(rules).asJava();
  }

  @Override
  public List<String> walks() {
    return walks.map(Bound::toString).asJava();
  }

  @Override
  public Walk walk(int walk) {
    return new ModelWalk(walks.get(walk), rules);
  }
}
