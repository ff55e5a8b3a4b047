package org.coopcheck.counterexamples.search;

import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Action.InsertIframe;
import org.coopcheck.model.action.Action.Navigate;
import org.coopcheck.model.action.Action.OpenTopLevelTraversable;
import org.coopcheck.model.action.Action.OpenWindow;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;

/** All ways to make a scenario smaller by dropping one thing. */
public final class Drops {
  private Drops() {}

  /**
   * The scenarios that lack one step, redirect hop, response, answer, header, attribute, sandbox
   * token, feature, target or URL of this one; the most that can be dropped first.
   */
  public static Vector<Scenario> of(Scenario scenario) {
    return Vector.<Scenario>empty()
        .appendAll(steps(scenario))
        .appendAll(hops(scenario))
        .appendAll(responses(scenario))
        .appendAll(headers(scenario))
        .appendAll(attributes(scenario));
  }

  private static Vector<Scenario> steps(Scenario scenario) {
    return Vector.range(0, scenario.steps().size())
        .reverse()
        .map(index -> scenario.withSteps(scenario.steps().removeAt(index)));
  }

  /** Whoever is sent to a URL that only redirects is sent on at once. */
  private static Vector<Scenario> hops(Scenario scenario) {
    return scenario
        .responses()
        .toVector()
        .flatMap(
            entry ->
                redirectTarget(entry._1, entry._2)
                    .map(
                        target ->
                            scenario
                                .withResponses(
                                    sentOn(scenario.responses().remove(entry._1), entry._1, target))
                                .withSteps(
                                    scenario.steps().map(step -> sentOn(step, entry._1, target)))));
  }

  private static Option<Url> redirectTarget(Url url, Vector<Answer> answers) {
    return answers.size() == 1 && answers.head().to(url) instanceof Response.Answered response
        ? response.locationUrl()
        : Option.none();
  }

  private static SortedMap<Url, Vector<Answer>> sentOn(
      SortedMap<Url, Vector<Answer>> responses, Url from, Url to) {
    return responses.map(
        (url, answers) ->
            new Tuple2<>(
                url,
                answers.map(
                    answer ->
                        redirectTarget(url, Vector.of(answer)).contains(from)
                            ? withLocation(answer, to)
                            : answer)));
  }

  private static Answer withLocation(Answer answer, Url to) {
    return switch (answer) {
      case Answer.Served(var status, var headers) ->
          new Answer.Served(status, headers.without("Location").with("Location", to.toString()));
      case Answer.Nothing nothing -> nothing;
    };
  }

  private static Action sentOn(Action step, Url from, Url to) {
    return step.goingTo(url -> url.equals(from) ? to : url);
  }

  private static Vector<Scenario> responses(Scenario scenario) {
    var whole =
        scenario
            .responses()
            .keySet()
            .toVector()
            .map(url -> scenario.withResponses(scenario.responses().remove(url)));
    var single =
        scenario
            .responses()
            .toVector()
            .filter(entry -> entry._2.size() > 1)
            .flatMap(
                entry ->
                    Vector.range(0, entry._2.size())
                        .map(index -> withAnswers(scenario, entry._1, entry._2.removeAt(index))));
    return whole.appendAll(single);
  }

  private static Vector<Scenario> headers(Scenario scenario) {
    return scenario
        .responses()
        .toVector()
        .flatMap(
            entry ->
                entry
                    ._2
                    .zipWithIndex()
                    .flatMap(
                        answer ->
                            smaller(answer._1)
                                .map(
                                    less ->
                                        withAnswers(
                                            scenario,
                                            entry._1,
                                            entry._2.update(answer._2, less)))));
  }

  private static Vector<Answer> smaller(Answer answer) {
    return switch (answer) {
      case Answer.Served(var status, var headers) -> {
        Vector<HeaderField> fields = headers.fields();
        yield Vector.range(0, fields.size())
            .map(index -> new Answer.Served(status, HeaderList.of(fields.removeAt(index))));
      }
      case Answer.Nothing ignored -> Vector.empty();
    };
  }

  private static Scenario withAnswers(Scenario scenario, Url url, Vector<Answer> answers) {
    return scenario.withResponses(scenario.responses().put(url, answers));
  }

  private static Vector<Scenario> attributes(Scenario scenario) {
    return scenario
        .steps()
        .zipWithIndex()
        .flatMap(
            step ->
                smaller(step._1)
                    .map(less -> scenario.withSteps(scenario.steps().update(step._2, less))));
  }

  private static Vector<Action> smaller(Action step) {
    return switch (step) {
      case InsertIframe iframe -> smaller(iframe);
      case OpenWindow open -> smaller(open);
      case OpenTopLevelTraversable a -> Vector.empty();
      case Navigate a -> Vector.empty();
      case Action.Traverse a -> Vector.empty();
      case Action.Reload a -> Vector.empty();
      case Action.Close a -> Vector.empty();
      case Action.UseProperty a -> Vector.empty();
      case Action.UseDom a -> Vector.empty();
      case Action.SetName a -> Vector.empty();
      case Action.FindByName a -> Vector.empty();
      case Action.PushState a -> Vector.empty();
      case Action.OpenDocument a -> Vector.empty();
    };
  }

  private static Vector<Action> smaller(InsertIframe iframe) {
    Vector<Option<String>> sandboxes =
        iframe
            .sandbox()
            .toVector()
            .flatMap(
                tokens ->
                    withoutOne(Vector.of(tokens.split(" ", -1)))
                        .map(fewer -> Option.some(fewer.mkString(" ")))
                        .prepend(Option.<String>none()));
    Vector<Action> lessSandboxed =
        sandboxes.map(
            sandbox ->
                new InsertIframe(
                    iframe.inserted(),
                    iframe.in(),
                    iframe.url(),
                    sandbox,
                    iframe.allow(),
                    iframe.credentialless()));
    Vector<Action> lessAllowed =
        iframe
            .allow()
            .toVector()
            .map(
                allow ->
                    new InsertIframe(
                        iframe.inserted(),
                        iframe.in(),
                        iframe.url(),
                        iframe.sandbox(),
                        Option.none(),
                        iframe.credentialless()));
    return lessSandboxed.appendAll(lessAllowed);
  }

  private static Vector<Action> smaller(OpenWindow open) {
    Vector<Action> all =
        Vector.of(
            new OpenWindow(open.opened(), open.by(), open.url(), "_blank", open.features()),
            new OpenWindow(open.opened(), open.by(), open.url(), open.target(), ""),
            new OpenWindow(
                open.opened(), open.by(), Option.none(), open.target(), open.features()));
    return all.filter(each -> !each.equals(open));
  }

  private static <T> Vector<Vector<T>> withoutOne(Vector<T> all) {
    return Vector.range(0, all.size()).map(all::removeAt);
  }
}
