package org.coopcheck.counterexamples.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.world.LoadError;

/** What came of a step. */
final class OutcomeJson {
  private OutcomeJson() {}

  static ObjectNode of(Taken taken) {
    var json = JsonNodeFactory.instance.objectNode();
    return switch (taken.step().outcome()) {
      case Outcome.NotDone(var why) ->
          withoutSuccess(taken.written(), json.put("done", false).put("why", why));
      case Outcome.Done done -> json.put("done", true);
      case Outcome.Navigated(var swap, var error) -> withNavigation(json, swap, error);
      case Outcome.Opened opened -> opened(json, opened);
      case Outcome.Used(var isAllowed, var why, var navigated) -> {
        json.put("allowed", isAllowed).put("why", why);
        navigated.forEach(each -> withNavigation(json, each.swap(), each.error()));
        yield json;
      }
      case Outcome.Found(var window) ->
          json.put("resolved", window.map(Object::toString).getOrNull());
    };
  }

  private static ObjectNode opened(ObjectNode json, Outcome.Opened opened) {
    json.put("returned", opened.isReturned());
    withNavigation(json, opened.swap(), opened.error()).put("noopener", opened.isNoopener());
    return opened.isNew() ? json : json.put("existing", opened.window().label());
  }

  private static ObjectNode withNavigation(ObjectNode json, Swap swap, Option<LoadError> error) {
    return json.put("swap", swap.toString()).put("error", error.map(Object::toString).getOrNull());
  }

  /** What was not done has not succeeded either, so that nobody need ask twice. */
  private static ObjectNode withoutSuccess(Action action, ObjectNode json) {
    return switch (action) {
      case Action.OpenWindow open -> json.put("returned", false);
      case Action.UseProperty use -> json.put("allowed", false);
      case Action.UseDom use -> json.put("allowed", false);
      case Action.FindByName find -> json.putNull("resolved");
      case Action.OpenTopLevelTraversable a -> json;
      case Action.InsertIframe a -> json;
      case Action.Navigate a -> json;
      case Action.Traverse a -> json;
      case Action.Reload a -> json;
      case Action.Close a -> json;
      case Action.SetName a -> json;
      case Action.PushState a -> json;
      case Action.OpenDocument a -> json;
    };
  }
}
