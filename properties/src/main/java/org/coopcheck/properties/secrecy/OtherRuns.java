package org.coopcheck.properties.secrecy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.TupleOrigin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.World;
import org.coopcheck.properties.secrecy.Glimpse.Heard;

/** Other runs than a given one, which an origin cannot tell from it. */
public final class OtherRuns {
  private OtherRuns() {}

  /**
   * A scenario that differs from another one in a secret.
   *
   * @param scenario the scenario
   * @param missing the index of the step of the other one that it does not have, if it lacks one
   * @param difference in what it differs, in words
   */
  public record Other(Scenario scenario, Option<Integer> missing, String difference) {}

  /**
   * An origin is told of a secret.
   *
   * @param origin the origin
   * @param other the other scenario
   * @param step the index of the step of the given one in which it is told
   * @param told what it is told
   * @param otherwise what it is told in the other one
   */
  public record Leak(
      Origin origin, Other other, int step, Vector<Heard> told, Vector<Heard> otherwise) {

    @Override
    public String toString() {
      return "if %s, %s sees the same but %s"
          .formatted(other.difference(), origin, difference(told, otherwise));
    }

    private static String difference(Vector<Heard> told, Vector<Heard> otherwise) {
      if (otherwise.isEmpty()) return "is not told: " + told.mkString("; ");
      if (told.isEmpty()) return "is told: " + otherwise.mkString("; ");
      return "is told %s instead of %s".formatted(otherwise.mkString("; "), told.mkString("; "));
    }
  }

  /**
   * @param scenario a scenario
   * @param run its run
   * @param secret the secret
   * @return the first leak of it to an origin that has an endpoint
   */
  public static Option<Leak> leak(Scenario scenario, ScenarioRun run, Secret secret) {
    return reporters(scenario)
        .toStream()
        .flatMap(
            origin ->
                others(scenario, run, secret, origin)
                    .toStream()
                    .flatMap(other -> leak(scenario, run, origin, other)))
        .headOption();
  }

  private static Vector<TupleOrigin> reporters(Scenario scenario) {
    return scenario
        .responses()
        .filterValues(answers -> answers.exists(Answer::namesAnEndpoint))
        .keySet()
        .toVector()
        .flatMap(Url::tupleOrigin)
        .distinct();
  }

  /** What the origin gets of one step. */
  private record Frame(Glimpse glimpse, Vector<Heard> told) {}

  private static Option<Leak> leak(Scenario scenario, ScenarioRun run, Origin origin, Other other) {
    var mine = frames(scenario, run.variant(), run, origin);
    var theirs = frames(other.scenario(), run.variant(), run, origin);
    var aligned =
        other.missing().map(index -> theirs.insert(index, still(theirs, index))).getOrElse(theirs);
    for (int i = 0; i < Math.min(mine.size(), aligned.size()); i++) {
      if (!mine.get(i).glimpse().equals(aligned.get(i).glimpse())) return Option.none();
      if (!mine.get(i).told().equals(aligned.get(i).told())) {
        return Option.some(new Leak(origin, other, i, mine.get(i).told(), aligned.get(i).told()));
      }
    }
    return Option.none();
  }

  private static Frame still(Vector<Frame> frames, int index) {
    var before =
        index == 0
            ? new Glimpse(Vector.empty(), Option.none(), Vector.empty())
            : frames.get(index - 1).glimpse();
    return new Frame(new Glimpse(before.requests(), Option.none(), before.view()), Vector.empty());
  }

  private static Vector<Frame> frames(
      Scenario scenario, Variant variant, ScenarioRun like, Origin origin) {
    return ScenarioRun.of(
            scenario,
            variant,
            like.capabilities(),
            Overheard.by(origin, new ScriptedServer(scenario.responses())))
        .steps()
        .map(
            taken ->
                new Frame(
                    Glimpse.of(taken.before(), taken.action(), taken.step(), origin, variant),
                    Glimpse.told(taken.reports(), origin)));
  }

  // The others.

  private static Vector<Other> others(
      Scenario scenario, ScenarioRun run, Secret secret, Origin origin) {
    return switch (secret) {
      case PATH -> otherUrls(scenario, run, origin).appendAll(otherLocations(scenario, origin));
      case FRAMES_POPUP -> withoutAFramesPopup(scenario, run, origin);
      case NEXT_PAGE -> elsewhere(scenario, run, origin);
    };
  }

  /** A document of another origin, or the user, goes to a page of another path. */
  private static Vector<Other> otherUrls(Scenario scenario, ScenarioRun run, Origin origin) {
    return run.steps()
        .zipWithIndex()
        .reject(step -> Glimpse.isBy(step._1.before(), step._1.action(), origin))
        .flatMap(
            step ->
                scenario
                    .steps()
                    .get(step._2)
                    .destination()
                    .filter(url -> url.isHttp() && isForeign(url, origin))
                    .map(url -> withOtherUrl(scenario, step._2, url)));
  }

  private static Other withOtherUrl(Scenario scenario, int index, Url url) {
    var twin = Twins.of(url);
    return new Other(
        withAnswersOf(scenario, url, twin)
            .withSteps(
                scenario.steps().update(index, scenario.steps().get(index).goingTo(any -> twin))),
        Option.none(),
        "step %d goes to %s instead of %s".formatted(index + 1, twin, url));
  }

  /** A server of another origin redirects to a page of another path. */
  private static Vector<Other> otherLocations(Scenario scenario, Origin origin) {
    return scenario
        .responses()
        .toVector()
        .filter(entry -> isForeign(entry._1, origin))
        .flatMap(
            entry ->
                entry
                    ._2
                    .zipWithIndex()
                    .flatMap(
                        answer ->
                            location(entry._1, answer._1)
                                .filter(to -> isForeign(to, origin))
                                .map(to -> withOtherLocation(scenario, entry._1, answer._2, to))));
  }

  private static Option<Url> location(Url url, Answer answer) {
    return answer.to(url) instanceof Response.Answered response
        ? response.locationUrl().filter(Url::isHttp)
        : Option.none();
  }

  private static Other withOtherLocation(Scenario scenario, Url from, int index, Url to) {
    var answers = scenario.responses().get(from).get();
    var changed =
        switch (answers.get(index)) {
          case Answer.Served(var status, var headers) ->
              new Answer.Served(status, Twins.toTwin(headers, to));
          case Answer.Nothing nothing -> nothing;
        };
    var twin = Twins.of(to);
    var there = withAnswersOf(scenario, to, twin);
    return new Other(
        there.withResponses(there.responses().put(from, answers.update(index, changed))),
        Option.none(),
        "%s redirects to %s instead of %s".formatted(from, twin, to));
  }

  private static Scenario withAnswersOf(Scenario scenario, Url url, Url twin) {
    return scenario
        .responses()
        .get(url.withoutFragment())
        .map(answers -> scenario.withResponses(scenario.responses().put(twin, answers)))
        .getOrElse(scenario);
  }

  private static boolean isForeign(Url url, Origin origin) {
    return url.tupleOrigin().exists(it -> !it.isSameOriginWith(origin));
  }

  private static Vector<Other> withoutAFramesPopup(
      Scenario scenario, ScenarioRun run, Origin origin) {
    return run.steps()
        .zipWithIndex()
        .filter(step -> isOfAForeignFrame(step._1.before(), step._1.action(), origin))
        .map(
            step ->
                new Other(
                    scenario.withSteps(scenario.steps().removeAt(step._2)),
                    Option.some(step._2),
                    "the frame opens no window in step " + (step._2 + 1)));
  }

  /** Whether a frame that is cross-origin with its page, which is of the origin, opens a window. */
  public static boolean isOfAForeignFrame(World before, Action action, Origin origin) {
    if (!(action instanceof Action.OpenWindow open) || !before.hasNavigable(open.by())) {
      return false;
    }
    var document = before.activeDocument(open.by());
    return !before.isSameOriginWithItsTopLevel(document)
        && !document.origin().isSameOriginWith(origin)
        && before.topLevelDocument(document).origin().isSameOriginWith(origin);
  }

  private static Vector<Other> elsewhere(Scenario scenario, ScenarioRun run, Origin origin) {
    return run.steps()
        .zipWithIndex()
        .filter(step -> isTheNextPage(step._1.before(), step._1.action(), origin))
        .flatMap(
            step ->
                pages(scenario, step._1)
                    .map(
                        url ->
                            new Other(
                                scenario.withSteps(
                                    scenario
                                        .steps()
                                        .update(
                                            step._2,
                                            scenario.steps().get(step._2).goingTo(any -> url))),
                                Option.none(),
                                "step %d goes to %s instead".formatted(step._2 + 1, url))));
  }

  private static Vector<Url> pages(Scenario scenario, Taken taken) {
    var here = taken.action().destination();
    var plain =
        here.flatMap(Url::tupleOrigin).map(there -> Url.of(there + "/elsewhere")).toVector();
    return scenario
        .responses()
        .keySet()
        .toVector()
        .appendAll(scenario.steps().flatMap(Action::destination))
        .appendAll(plain)
        .filter(Url::isHttp)
        .distinct()
        .reject(here::contains);
  }

  /** Whether a window that scripts opened, and that shows a foreign document, navigates itself. */
  public static boolean isTheNextPage(World before, Action action, Origin origin) {
    if (!(action instanceof Action.Navigate(var target, var by, var url))) return false;
    if (!(by instanceof Actor.Itself) || !before.hasNavigable(target)) return false;
    var navigable = before.navigable(target);
    return navigable.isTopLevelTraversable()
        && navigable.isCreatedByWebContent()
        && url.isHttp()
        && !before.activeDocument(target).origin().isSameOriginWith(origin);
  }
}
