package org.coopcheck.properties.generator;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.HeaderList;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.model.world.NavigableId;

/** A run in words, for whoever reads a failing property. */
final class RunText {
  private static final int LONGEST_VALUE = 120;

  private final Run run;

  private RunText(Run run) {
    this.run = run;
  }

  static String of(Run run) {
    var text = new RunText(run);
    return run.scenario()
        .steps()
        .zipWithIndex()
        .map(step -> "%n%3d. %s".formatted(step._2 + 1, text.line(step._1)))
        .mkString(run.variant().name() + words(run.capabilities()), "", "");
  }

  private static String words(Capabilities capabilities) {
    if (capabilities.equals(Capabilities.ALL)) return "";
    return Vector.of(
            capabilities.oopif() ? "" : ", no oopif",
            capabilities.pageIsolation() ? "" : ", no page isolation",
            capabilities.isolation() == CrossOriginIsolationMode.CONCRETE
                ? ""
                : ", isolation " + capabilities.isolation())
        .mkString();
  }

  private String line(Action action) {
    return switch (action) {
      case Action.OpenTopLevelTraversable(var opened, var url) ->
          "the user opens " + opened + ": " + answered(url);
      case Action.InsertIframe a ->
          a.in()
              + " gets the iframe "
              + a.inserted()
              + attribute("sandbox", a.sandbox())
              + attribute("allow", a.allow())
              + (a.credentialless() ? " credentialless" : "")
              + ": "
              + answered(a.url());
      case Action.OpenWindow a ->
          a.by()
              + " opens "
              + a.opened()
              + (a.target().equals("_blank") ? "" : " named " + quoted(a.target()))
              + (a.features().isEmpty() ? "" : " with " + quoted(a.features()))
              + a.url().map(url -> ": " + answered(url)).getOrElse("");
      case Action.Navigate(var target, var by, var url) ->
          actor(by, target) + " navigates " + object(by, target) + ": " + answered(url);
      case Action.Traverse(var target, var delta) ->
          "the user goes " + delta + " in the history of " + target;
      case Action.Reload(var target) -> "the user reloads " + target;
      case Action.Close(var target, var by) -> actor(by, target) + " closes " + object(by, target);
      case Action.UseProperty a ->
          a.by()
              + (a.set().isDefined() ? " sets " : " uses ")
              + quoted(a.property())
              + " of "
              + a.target()
              + a.through().map(id -> " through " + id).getOrElse("")
              + a.set().map(value -> " to " + quoted(value)).getOrElse("");
      case Action.UseDom(var target, var by) -> by + " scripts " + target;
      case Action.SetName(var target, var name) -> target + " names itself " + quoted(name);
      case Action.FindByName(var target, var by, var name) ->
          by + " looks for " + target + " by the name " + quoted(name);
      case Action.PushState(var target, var url) -> target + " pushes the state " + short_(url);
      case Action.OpenDocument(var target, var by) ->
          by + " calls document.open() on " + (by.equals(target) ? "itself" : target.toString());
    };
  }

  private static String actor(Actor actor, NavigableId target) {
    return switch (actor) {
      case Actor.User() -> "the user";
      case Actor.Itself() -> target.toString();
      case Actor.Script(var by) -> by.toString();
    };
  }

  private static String object(Actor actor, NavigableId target) {
    return actor instanceof Actor.Itself ? "itself" : target.toString();
  }

  private static String attribute(String name, Option<String> value) {
    return value.map(text -> " " + name + "=" + quoted(text)).getOrElse("");
  }

  private String answered(Url url) {
    return answered(url, Vector.empty());
  }

  /** The URL, what its server answers, and the same for where that redirects to. */
  private String answered(Url url, Vector<Url> before) {
    var asked = url.withoutFragment();
    if (before.contains(asked)) return short_(url) + " (again)";
    var answers = run.scenario().responses().get(asked).getOrElse(Vector.of(Answer.Served.PLAIN));
    var next = Vector.ofAll(WebPart.locations(asked, answers)).distinct();
    return short_(url)
        + answers.map(RunText::answer).mkString(" or ")
        + next.map(each -> "%n       -> %s".formatted(answered(each, before.append(asked))))
            .mkString();
  }

  private static String answer(Answer answer) {
    return switch (answer) {
      case Answer.Nothing() -> " (no answer)";
      case Answer.Served(var status, var headers) ->
          (status == 200 ? "" : " " + status) + (headers.fields().isEmpty() ? "" : lines(headers));
    };
  }

  private static String lines(HeaderList headers) {
    return headers
        .fields()
        .map(field -> field.name() + ": " + shortened(field.value()))
        .mkString(" [", "; ", "]");
  }

  private static String short_(Url url) {
    return shortened(url.toString());
  }

  private static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + "... (" + text.length() + " characters)";
  }
}
