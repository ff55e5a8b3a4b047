package org.coopcheck.counterexamples.conformance;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What is not met.
 *
 * @param rows rows of tests
 * @param deviations rows of browsers, by what explains them
 */
record Exceptions(Vector<Unmet> rows, Vector<Deviation> deviations) {
  /** The list. */
  static final Exceptions LISTED = read(Row.text("/conformance/exceptions.yaml"));

  /**
   * A row that the model does not meet.
   *
   * @param id the row
   * @param rule what decides in the model
   * @param metWith a variant with which the row is met
   * @param reason why the model stays as it is
   */
  record Unmet(String id, String rule, Option<String> metWith, String reason) {}

  /**
   * A browser's way of departing from the standard.
   *
   * @param number its number
   * @param browser the browser
   * @param statement what the browser does, as a sentence
   * @param asIf how scenarios read to the browser
   * @param rows the rows that show it
   */
  record Deviation(
      int number, String browser, String statement, Option<String> asIf, Vector<String> rows) {

    /** The scenario as it reads to the browser. */
    Scenario asSeen(Scenario scenario) {
      return switch (asIf.get()) {
        case "no-noopener-allow-popups" -> withoutNoopenerAllowPopups(scenario);
        case "every-iframe-is-allowed" -> withEveryIframeAllowed(scenario);
        default -> throw new IllegalArgumentException(asIf.get());
      };
    }
  }

  private static Scenario withoutNoopenerAllowPopups(Scenario scenario) {
    return scenario.withResponses(
        scenario
            .responses()
            .mapValues(
                answers ->
                    answers.map(
                        answer ->
                            answer instanceof Answer.Served(var status, var headers)
                                ? new Answer.Served(status, withoutNoopenerAllowPopups(headers))
                                : answer)));
  }

  private static HeaderList withoutNoopenerAllowPopups(HeaderList headers) {
    return headers.without(
        (HeaderField field) ->
            field.name().equals("Cross-Origin-Opener-Policy")
                && field.value().startsWith("noopener-allow-popups"));
  }

  private static Scenario withEveryIframeAllowed(Scenario scenario) {
    return scenario.withSteps(
        scenario
            .steps()
            .map(
                step ->
                    step instanceof Action.InsertIframe insert
                        ? new Action.InsertIframe(
                            insert.inserted(),
                            insert.in(),
                            insert.url(),
                            insert.sandbox(),
                            Option.some("cross-origin-isolated"),
                            insert.credentialless())
                        : step));
  }

  private static Exceptions read(String yaml) {
    var root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new Exceptions(
        maps(root, "rows")
            .map(
                row ->
                    new Unmet(
                        text(row, "id").get(),
                        text(row, "rule").get(),
                        text(row, "met-with"),
                        text(row, "reason").get())),
        maps(root, "deviations")
            .map(
                each ->
                    new Deviation(
                        Integer.parseInt(text(each, "deviation").get()),
                        text(each, "browser").get(),
                        text(each, "statement").get(),
                        text(each, "as-if"),
                        Vector.ofAll((List<?>) each.get("rows")).map(Object::toString))));
  }

  private static Vector<Map<?, ?>> maps(Map<?, ?> root, String key) {
    return Vector.ofAll((List<?>) root.get(key)).map(item -> (Map<?, ?>) item);
  }

  private static Option<String> text(Map<?, ?> map, String key) {
    return Option.of(map.get(key)).map(Object::toString);
  }
}
