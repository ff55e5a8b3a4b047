package org.coopcheck.properties.rollout;

import com.google.common.base.Ascii;
import io.vavr.Tuple;
import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.ReportingEndpoints;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;

/**
 * Enforcing what was report-only: the header takes the place of the one that is enforced, with its
 * value and its parameters.
 *
 * @param only which header; none for all of them
 */
public record Enforcement(Option<Trial> only) {
  private static final String REPORT_ONLY = "-Report-Only";
  private static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";
  private static final Vector<String> ENFORCED =
      Vector.of(OPENER_POLICY, "Cross-Origin-Embedder-Policy");

  /** Everything that is report-only. */
  public static final Enforcement OF_ALL = new Enforcement(Option.none());

  /**
   * A report-only header of a response.
   *
   * @param url the URL that answers with it
   * @param enforced the name of the header that it would be
   * @param value its value in the first answer that has it
   */
  public record Trial(Url url, String enforced, String value) {
    /** The name of the header as it is. */
    public String name() {
      return enforced + REPORT_ONLY;
    }
  }

  /** Enforcing one header. */
  public static Enforcement of(Trial trial) {
    return new Enforcement(Option.some(trial));
  }

  /** The report-only headers of a scenario, by URL. */
  public static Vector<Trial> trialsIn(Scenario scenario) {
    return scenario
        .responses()
        .toVector()
        .flatMap(
            entry ->
                ENFORCED.flatMap(
                    name ->
                        entry
                            ._2
                            .flatMap(answer -> headers(answer).get(name + REPORT_ONLY))
                            .headOption()
                            .map(value -> new Trial(entry._1, name, value))));
  }

  /** The same steps, with the responses of an enforced policy. */
  public Scenario in(Scenario scenario) {
    return scenario.withResponses(in(scenario.responses()));
  }

  /** The same servers, with the responses of an enforced policy. */
  public SortedMap<Url, Vector<Answer>> in(SortedMap<Url, Vector<Answer>> answers) {
    return answers.map((url, all) -> Tuple.of(url, all.map(answer -> enforced(url, answer))));
  }

  private Answer enforced(Url url, Answer answer) {
    return switch (answer) {
      case Answer.Served(var status, var headers) ->
          new Answer.Served(
              status,
              ENFORCED
                  .filter(
                      name -> only.forAll(it -> it.url().equals(url) && it.enforced().equals(name)))
                  .foldLeft(headers, Enforcement::enforced));
      case Answer.Nothing nothing -> nothing;
    };
  }

  private static HeaderList enforced(HeaderList headers, String name) {
    String reportOnly = name + REPORT_ONLY;
    return headers.contains(reportOnly)
        ? HeaderList.of(
            headers
                .without(name)
                .fields()
                .map(
                    field ->
                        Ascii.equalsIgnoreCase(field.name(), reportOnly)
                            ? new HeaderField(name, field.value())
                            : field))
        : headers;
  }

  private static HeaderList headers(Answer answer) {
    return switch (answer) {
      case Answer.Served(var status, var headers) -> headers;
      case Answer.Nothing() -> HeaderList.EMPTY;
    };
  }

  /** Whether each report-only opener policy names an endpoint that its response declares. */
  public static boolean everybodyListensIn(Scenario scenario) {
    return scenario
        .responses()
        .forAll(entry -> entry._2.forAll(answer -> isListening(entry._1, headers(answer))));
  }

  private static boolean isListening(Url url, HeaderList headers) {
    String name = OPENER_POLICY + REPORT_ONLY;
    return !headers.contains(name)
        || headers
            .getStructuredItem(name)
            .flatMap(item -> item.stringParameter("report-to"))
            .exists(ReportingEndpoints.parse(headers, url)::containsKey);
  }
}
