package org.coopcheck.model.scenario;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;

/**
 * Servers that answer as a scenario says: the first answer to the first request for a URL, the next
 * to the next, and the last to all that follow.
 *
 * @param answers the answers to come, by URL; a URL that is not there answers plainly
 */
public record ScriptedServer(SortedMap<Url, Vector<Answer>> answers) implements Server {

  /** Servers of which nobody speaks. */
  public static final ScriptedServer EMPTY = new ScriptedServer(TreeMap.empty());

  @Override
  public Exchange request(Url url) {
    Url asked = url.withoutFragment();
    var toCome = answers.get(asked).getOrElse(Vector.of(Answer.Served.PLAIN));
    var after = toCome.size() > 1 ? new ScriptedServer(answers.put(asked, toCome.tail())) : this;
    return new Exchange(toCome.head().to(url), after);
  }
}
