package org.coopcheck.counterexamples.search;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Action.InsertIframe;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.NavigableId;

/** Runs of a search as scenarios that stand for themselves. */
public final class Scenarios {
  private Scenarios() {}

  /**
   * A run of a search as a scenario that stands for itself.
   *
   * @param title what it shows
   * @param actions the actions of the run
   * @param server the servers of the search
   * @param variants the rules of the search; those of the scenario, if there are no others
   * @param capabilities the browser of the search
   */
  public static Scenario of(
      String title,
      Vector<Action> actions,
      ScriptedServer server,
      Vector<Variant> variants,
      Capabilities capabilities) {
    var scenario =
        new Scenario(
            title,
            Option.when(variants.size() == 1, () -> variants.head().name()),
            capabilities.equals(Capabilities.ALL) ? Option.none() : Option.some(capabilities),
            server.answers(),
            withUniqueLabels(actions));
    return withUsedResponses(scenario, variants, capabilities);
  }

  /** A search uses the label of a window that is gone again; a scenario does not. */
  private static Vector<Action> withUniqueLabels(Vector<Action> actions) {
    SortedMap<NavigableId, NavigableId> current = TreeMap.empty();
    Vector<Action> renamed = Vector.empty();
    int windows = 0;
    int frames = 0;
    for (Action action : actions) {
      var made = action.made();
      if (made.isDefined()) {
        boolean isFrame = action instanceof InsertIframe;
        String label = isFrame ? "frame" + ++frames : "window" + ++windows;
        current = current.put(made.get(), new NavigableId(label));
      }
      var names = current;
      renamed = renamed.append(action.renamed(id -> names.get(id).getOrElse(id)));
    }
    return renamed;
  }

  /** The scenario with the responses that its runs ask for, and no other. */
  static Scenario withUsedResponses(
      Scenario scenario, Vector<Variant> variants, Capabilities capabilities) {
    var asked = variants.flatMap(variant -> asked(scenario, variant, capabilities));
    return scenario.withResponses(
        scenario
            .responses()
            .filter(
                (url, answers) ->
                    asked.contains(url) && !answers.equals(Vector.of(Answer.Served.PLAIN))));
  }

  /** The URLs that a run of the scenario asks for, in order. */
  static Vector<Url> asked(Scenario scenario, Variant variant, Capabilities capabilities) {
    var begun = new Listening(new ScriptedServer(scenario.responses()), Vector.empty());
    return ScenarioRun.of(scenario, variant, capabilities, begun)
        .steps()
        .lastOption()
        .map(taken -> ((Listening) taken.step().server()).asked())
        .getOrElse(Vector.empty());
  }

  /** Servers that remember which URLs they were asked for. */
  private record Listening(Server server, Vector<Url> asked) implements Server {
    @Override
    public Exchange request(Url url) {
      var exchange = server.request(url);
      return new Exchange(
          exchange.response(),
          new Listening(exchange.server(), asked.append(url.withoutFragment())));
    }
  }
}
