package org.coopcheck.counterexamples.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.NavigableId;

/** Scenarios and their steps as JSON, as scenario files have them. */
public final class ScenarioJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ScenarioJson() {}

  /** The scenario as a whole file. */
  public static ObjectNode of(Scenario scenario) {
    var json = JSON.objectNode().put("coopcheck", 1).put("title", scenario.title());
    scenario.variant().forEach(variant -> json.put("variant", variant));
    scenario.capabilities().forEach(each -> json.set("capabilities", capabilities(each)));
    if (!scenario.responses().isEmpty()) {
      var responses = json.putObject("responses");
      scenario
          .responses()
          .forEach((url, answers) -> responses.set(url.toString(), answers(answers)));
    }
    var steps = json.putArray("steps");
    scenario.steps().map(ScenarioJson::of).forEach(steps::add);
    return json;
  }

  private static ObjectNode capabilities(Capabilities capabilities) {
    return JSON.objectNode()
        .put("oopif", capabilities.oopif())
        .put("page-isolation", capabilities.pageIsolation())
        .put("isolation", capabilities.isolation().toString());
  }

  private static JsonNode answers(Vector<Answer> answers) {
    var each = answers.map(ScenarioJson::answer);
    return each.size() == 1 ? each.head() : JSON.arrayNode().addAll(each.asJava());
  }

  private static ObjectNode answer(Answer answer) {
    var json = JSON.objectNode();
    return switch (answer) {
      case Answer.Nothing nothing -> json.put("error", "network");
      case Answer.Served(var status, var headers) -> {
        if (status != 200) json.put("status", status);
        if (!headers.fields().isEmpty()) json.set("headers", headers(headers));
        yield json;
      }
    };
  }

  private static ObjectNode headers(HeaderList headers) {
    var json = JSON.objectNode();
    for (String name : headers.fields().map(HeaderField::name).distinctBy(Ascii::toLowerCase)) {
      var values =
          headers
              .fields()
              .filter(field -> Ascii.equalsIgnoreCase(field.name(), name))
              .map(field -> (JsonNode) JSON.textNode(field.value()));
      json.set(name, values.size() == 1 ? values.head() : JSON.arrayNode().addAll(values.asJava()));
    }
    return json;
  }

  /** The action as a step. */
  public static ObjectNode of(Action action) {
    return switch (action) {
      case Action.OpenTopLevelTraversable(var opened, var url) ->
          step(ActionWord.TAB, opened).put("url", url.toString());
      case Action.InsertIframe a -> iframe(a);
      case Action.OpenWindow a -> open(a);
      case Action.Navigate(var target, var by, var url) ->
          withActor(step(ActionWord.NAVIGATE, target), by).put("url", url.toString());
      case Action.Traverse(var target, var delta) ->
          step(ActionWord.TRAVERSE, target).put("delta", delta);
      case Action.Reload(var target) -> step(ActionWord.RELOAD, target);
      case Action.Close(var target, var by) -> withActor(step(ActionWord.CLOSE, target), by);
      case Action.UseProperty a -> access(a);
      case Action.UseDom(var target, var by) ->
          step(ActionWord.SCRIPT, target).put("by", by.label());
      case Action.SetName(var target, var name) ->
          step(ActionWord.SET_NAME, target).put("name", name);
      case Action.FindByName(var target, var by, var name) ->
          step(ActionWord.FIND, target).put("by", by.label()).put("name", name);
      case Action.PushState(var target, var url) ->
          step(ActionWord.PUSH_STATE, target).put("url", url.toString());
      case Action.OpenDocument(var target, var by) ->
          step(ActionWord.DOCUMENT_OPEN, target).put("by", by.label());
    };
  }

  private static ObjectNode step(ActionWord word, NavigableId target) {
    return JSON.objectNode().put(word.word(), target.label());
  }

  private static ObjectNode withActor(ObjectNode step, Actor by) {
    return switch (by) {
      case Actor.Itself itself -> step;
      case Actor.User user -> step.put("by", StepsReader.USER);
      case Actor.Script(var script) -> step.put("by", script.label());
    };
  }

  private static ObjectNode iframe(Action.InsertIframe action) {
    var step = step(ActionWord.IFRAME, action.inserted()).put("in", action.in().label());
    putText(step, "url", Option.of(action.url()).filter(url -> !url.equals(Url.ABOUT_BLANK)));
    putText(step, "sandbox", action.sandbox());
    putText(step, "allow", action.allow());
    return action.credentialless() ? step.put("credentialless", true) : step;
  }

  private static ObjectNode open(Action.OpenWindow action) {
    var step = step(ActionWord.OPEN, action.opened()).put("by", action.by().label());
    putText(step, "url", action.url());
    putText(step, "target", Option.of(action.target()).filter(name -> !name.equals("_blank")));
    putText(step, "features", Option.of(action.features()).filter(each -> !each.isEmpty()));
    return step;
  }

  private static ObjectNode access(Action.UseProperty action) {
    var step =
        step(ActionWord.ACCESS, action.target())
            .put("by", action.by().label())
            .put("property", action.property());
    putText(step, "set", action.set());
    putText(step, "through", action.through());
    return step;
  }

  private static void putText(ObjectNode step, String key, Option<?> value) {
    value.forEach(each -> step.put(key, each.toString()));
  }
}
