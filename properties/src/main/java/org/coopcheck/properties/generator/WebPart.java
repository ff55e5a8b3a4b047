package org.coopcheck.properties.generator;

import io.vavr.Function1;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;

/** The part of all servers that the steps of a scenario can come to ask. */
final class WebPart {
  private WebPart() {}

  /**
   * @param web what servers answer to a request for a URL, where they do not answer plainly
   * @param steps the steps of a scenario
   * @return the entries that the steps can need
   */
  static SortedMap<Url, Vector<Answer>> of(
      Function1<Url, Option<Vector<Answer>>> web, Vector<Action> steps) {
    SortedMap<Url, Vector<Answer>> part = TreeMap.empty();
    var frontier = steps.flatMap(ActionUrls::of).map(Url::withoutFragment);
    while (!frontier.isEmpty()) {
      Vector<Url> next = Vector.empty();
      for (Url url : frontier) {
        var answers = web.apply(url);
        if (answers.isEmpty() || part.containsKey(url)) continue;
        part = part.put(url, answers.get());
        next = next.appendAll(locations(url, answers.get()));
      }
      frontier = next;
    }
    return part;
  }

  /** The URLs, without fragments, that the answers redirect to. */
  static Vector<Url> locations(Url url, Vector<Answer> answers) {
    return answers.flatMap(answer -> location(url, answer)).map(Url::withoutFragment);
  }

  private static Option<Url> location(Url url, Answer answer) {
    return answer.to(url) instanceof Response.Answered answered
        ? answered.locationUrl()
        : Option.none();
  }
}
