package org.coopcheck.counterexamples.report.text;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.world.NavigableId;

/** Steps as a developer would tell them. */
final class ActionWords {
  private ActionWords() {}

  static String of(Action action) {
    return switch (action) {
      case Action.OpenTopLevelTraversable(var opened, var url) ->
          "the user opens " + opened + " at " + url;
      case Action.InsertIframe insert -> iframe(insert);
      case Action.OpenWindow open -> windowOpen(open);
      case Action.Navigate(var target, var by, var url) ->
          who(by, target) + " navigates " + whom(by, target) + " to " + url;
      case Action.Traverse(var target, var delta) ->
          "the user goes %d %s in %s"
              .formatted(Math.abs(delta), delta < 0 ? "back" : "forward", target);
      case Action.Reload(var target) -> "the user reloads " + target;
      case Action.Close(var target, var by) -> who(by, target) + " closes " + whom(by, target);
      case Action.UseProperty use -> useProperty(use);
      case Action.UseDom(var target, var by) -> by + " scripts the document of " + target;
      case Action.SetName(var target, var name) -> target + " sets window.name to " + quoted(name);
      case Action.FindByName(var target, var by, var name) ->
          "%s looks for %s with window.open(\"\", %s)".formatted(by, target, quoted(name));
      case Action.PushState(var target, var url) ->
          target + " calls history.pushState() for " + url;
      case Action.OpenDocument(var target, var by) ->
          by + " calls document.open() on " + (by.equals(target) ? "its own document" : target);
    };
  }

  private static String iframe(Action.InsertIframe insert) {
    return insert.in()
        + " gets the iframe "
        + insert.inserted()
        + " at "
        + insert.url()
        + insert.sandbox().map(value -> ", sandbox=" + quoted(value)).getOrElse("")
        + insert.allow().map(value -> ", allow=" + quoted(value)).getOrElse("")
        + (insert.credentialless() ? ", credentialless" : "");
  }

  private static String windowOpen(Action.OpenWindow open) {
    boolean hasFeatures = !open.features().isEmpty();
    boolean hasTarget = hasFeatures || !open.target().equals("_blank");
    var arguments =
        Vector.of(open.url().map(Url::toString).getOrElse(""))
            .appendAll(Option.when(hasTarget, open.target()))
            .appendAll(Option.when(hasFeatures, open.features()));
    return "%s opens %s with window.open(%s)"
        .formatted(open.by(), open.opened(), arguments.map(ActionWords::quoted).mkString(", "));
  }

  private static String useProperty(Action.UseProperty use) {
    String property = use.target() + "." + use.property();
    String through =
        use.through().map(id -> ", through the handle that " + id + " has").getOrElse("");
    return use.by()
        + use.set()
            .map(value -> " sets " + property + " to " + quoted(value))
            .getOrElse(" uses " + property)
        + through;
  }

  private static String who(Actor by, NavigableId target) {
    return switch (by) {
      case Actor.User() -> "the user";
      case Actor.Itself() -> target.label();
      case Actor.Script(var source) -> source.label();
    };
  }

  private static String whom(Actor by, NavigableId target) {
    return by instanceof Actor.Itself ? "itself" : target.label();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
