package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.mutants.Explanation;
import org.coopcheck.counterexamples.mutants.Told;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.scenario.ScenarioJson;
import org.jspecify.annotations.Nullable;

/** What became of a mutant, as JSON. */
public final class MutantJson {
  private MutantJson() {}

  /** One mutant. */
  public static ObjectNode of(String variant, Told told) {
    var mutant = told.mutant();
    var examined = told.examined();
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", mutant.id())
            .put("variant", variant)
            .put("operator", mutant.operator())
            .put("place", mutant.place())
            .put("line", mutant.line())
            .put("rule", mutant.rule().getOrNull())
            .put("sentence", mutant.sentence())
            .put("fate", examined.fate().words())
            .put("noticed", examined.fate().isNoticed())
            .put("by", orNull(examined.by()))
            .put("what", orNull(examined.what()))
            .put("explanation", told.explanation().map(Explanation::reason).getOrNull());
    Option.of(examined.scenario())
        .filter(text -> !text.isEmpty())
        .peek(text -> json.set("scenario", scenario(text)))
        .onEmpty(() -> json.putNull("scenario"));
    return json;
  }

  private static ObjectNode scenario(String yaml) {
    return ScenarioJson.of(ScenarioFiles.read("mutant.yaml", yaml).get().head().scenario());
  }

  private static @Nullable String orNull(String text) {
    return Option.of(text).filter(each -> !each.isEmpty()).getOrNull();
  }
}
