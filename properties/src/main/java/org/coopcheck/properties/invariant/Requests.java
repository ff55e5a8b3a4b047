package org.coopcheck.properties.invariant;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.navigation.Navigation;
import org.coopcheck.model.origin.Origin;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.world.Initiator;
import org.coopcheck.model.world.NavigableId;

/** What a step asks servers for, and who asks. */
public final class Requests {
  private Requests() {}

  /**
   * A navigation: which window goes where.
   *
   * @param window the window
   * @param url the URL that is asked for
   */
  public record Going(NavigableId window, Url url) {}

  /** The navigation of a window that the step is, or begins with. */
  public static Option<Going> navigation(Action action) {
    return switch (action) {
      case Action.OpenTopLevelTraversable(var opened, var url) ->
          Option.some(new Going(opened, url));
      case Action.OpenWindow open -> open.url().map(url -> new Going(open.opened(), url));
      case Action.Navigate(var target, var by, var url) -> Option.some(new Going(target, url));
      case Action.InsertIframe a -> Option.none();
      case Action.Traverse a -> Option.none();
      case Action.Reload a -> Option.none();
      case Action.Close a -> Option.none();
      case Action.UseProperty a -> Option.none();
      case Action.UseDom a -> Option.none();
      case Action.SetName a -> Option.none();
      case Action.FindByName a -> Option.none();
      case Action.PushState a -> Option.none();
      case Action.OpenDocument a -> Option.none();
    };
  }

  /** The responses that the step's navigation meets, redirects first. */
  public static Vector<Response.Answered> responses(Moment moment) {
    return navigation(moment.action())
        .map(Going::url)
        .filter(Url::isHttp)
        .map(url -> responses(moment, url))
        .getOrElse(Vector.empty());
  }

  /** The responses that a request for the URL meets, redirects first. */
  public static Vector<Response.Answered> responses(Moment moment, Url url) {
    return responses(moment.server(), url, Navigation.MOST_REDIRECTS);
  }

  private static Vector<Response.Answered> responses(Server server, Url url, int redirects) {
    var exchange = server.request(url);
    if (!(exchange.response() instanceof Response.Answered answered)) return Vector.empty();
    return answered
        .locationUrl()
        .filter(next -> redirects > 0)
        .map(next -> responses(exchange.server(), next, redirects - 1).prepend(answered))
        .getOrElse(Vector.of(answered));
  }

  /**
   * A URL, and who asks for it.
   *
   * @param origin the origin that does
   * @param url the URL
   */
  record Asked(Origin origin, Url url) {}

  /** What the step asks for, if it is not the user who asks. */
  static Option<Asked> asked(Moment moment) {
    var before = moment.before();
    return switch (moment.action()) {
      case Action.OpenWindow open ->
          open.url().map(url -> new Asked(before.activeDocument(open.by()).origin(), url));
      case Action.Navigate(var target, var by, var url) ->
          navigator(by, target).map(id -> new Asked(before.activeDocument(id).origin(), url));
      case Action.Traverse(var target, var delta) ->
          askedByAnEntry(moment, target, before.navigable(target).current() + delta);
      case Action.Reload(var target) ->
          askedByAnEntry(moment, target, before.navigable(target).current());
      case Action.OpenTopLevelTraversable a -> Option.none();
      case Action.InsertIframe a -> Option.none();
      case Action.Close a -> Option.none();
      case Action.UseProperty a -> Option.none();
      case Action.UseDom a -> Option.none();
      case Action.SetName a -> Option.none();
      case Action.FindByName a -> Option.none();
      case Action.PushState a -> Option.none();
      case Action.OpenDocument a -> Option.none();
    };
  }

  private static Option<NavigableId> navigator(Actor by, NavigableId target) {
    return switch (by) {
      case Actor.User() -> Option.none();
      case Actor.Itself() -> Option.some(target);
      case Actor.Script(var id) -> Option.some(id);
    };
  }

  private static Option<Asked> askedByAnEntry(Moment moment, NavigableId target, int index) {
    var entry = moment.before().navigable(target).history().get(index);
    return entry.initiator().map(Initiator::origin).map(origin -> new Asked(origin, entry.url()));
  }

  /** The window that the step navigates, if it is a top-level one. */
  static Option<NavigableId> navigatedWindow(Moment moment) {
    Option<NavigableId> window =
        switch (moment.action()) {
          case Action.Traverse(var target, var delta) -> Option.some(target);
          case Action.Reload(var target) -> Option.some(target);
          default -> navigation(moment.action()).map(Going::window);
        };
    return window
        .filter(moment.world()::hasNavigable)
        .filter(id -> moment.world().navigable(id).isTopLevelTraversable());
  }
}
