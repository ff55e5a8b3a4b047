package org.coopcheck.counterexamples.search;

import io.vavr.Function1;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;

/**
 * Makes a scenario as small as can be without losing what it shows.
 *
 * @param shows whether a scenario still shows it
 * @param variants the rules under which it is looked at
 * @param capabilities what the browser is able to do
 */
public record Reduction(
    Function1<Scenario, Boolean> shows, Vector<Variant> variants, Capabilities capabilities) {

  /**
   * @param found a scenario that shows it
   * @return one that still does, from which nothing can be dropped; its URLs are as short as can be
   */
  public Scenario of(Scenario found) {
    var smallest = found;
    var smaller = Drops.of(smallest).find(shows::apply);
    while (smaller.isDefined()) {
      smallest = withoutUnusedResponses(smaller.get());
      smaller = Drops.of(smallest).find(shows::apply);
    }
    var renamed = withShortUrls(smallest);
    return shows.apply(renamed) ? renamed : smallest;
  }

  /** A comparison with another run may need responses that this one does not ask for. */
  private Scenario withoutUnusedResponses(Scenario scenario) {
    var used = Scenarios.withUsedResponses(scenario, variants, capabilities);
    return used.equals(scenario) || shows.apply(used) ? used : scenario;
  }

  /**
   * The paths of a search say what its servers answer; after a reduction they may no longer tell the
   * truth, so they become {@code /}, {@code /2} and so on.
   */
  private static Scenario withShortUrls(Scenario scenario) {
    var urls =
        scenario
            .steps()
            .flatMap(Action::destination)
            .appendAll(scenario.responses().keySet())
            .appendAll(scenario.responses().toVector().flatMap(e -> targets(e._1, e._2)))
            .filter(Url::isHttp)
            .map(Url::withoutFragment)
            .distinct();
    SortedMap<Url, Url> names = TreeMap.empty();
    SortedMap<String, Integer> counts = TreeMap.empty();
    for (Url url : urls) {
      String origin = url.tupleOrigin().get().toString();
      int count = counts.get(origin).getOrElse(0) + 1;
      counts = counts.put(origin, count);
      names = names.put(url, Url.of(origin + (count == 1 ? "/" : "/" + count)));
    }
    var shortened = names;
    return scenario
        .withResponses(
            scenario
                .responses()
                .toVector()
                .foldLeft(
                    TreeMap.empty(),
                    (map, entry) ->
                        map.put(
                            shortened.get(entry._1).getOrElse(entry._1),
                            entry._2.map(answer -> renamed(entry._1, answer, shortened)))))
        .withSteps(scenario.steps().map(step -> step.goingTo(url -> renamed(url, shortened))));
  }

  private static Vector<Url> targets(Url url, Vector<Answer> answers) {
    return answers.flatMap(answer -> target(url, answer));
  }

  private static Option<Url> target(Url url, Answer answer) {
    return answer.to(url) instanceof Response.Answered response
        ? response.locationUrl()
        : Option.none();
  }

  private static Answer renamed(Url url, Answer answer, SortedMap<Url, Url> names) {
    return switch (answer) {
      case Answer.Served(var status, var headers) ->
          target(url, answer)
              .map(
                  to ->
                      (Answer)
                          new Answer.Served(
                              status,
                              headers
                                  .without("Location")
                                  .with("Location", renamed(to, names).toString())))
              .getOrElse(answer);
      case Answer.Nothing nothing -> nothing;
    };
  }

  private static Url renamed(Url url, SortedMap<Url, Url> names) {
    return names.get(url).getOrElse(url);
  }
}
