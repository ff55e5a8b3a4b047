package org.coopcheck.properties.generator;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.origin.Url;

/** The URLs that actions name. */
public final class ActionUrls {
  private ActionUrls() {}

  /** Those of an action. What {@code location} is set to counts where it is an absolute URL. */
  public static Vector<Url> of(Action action) {
    return switch (action) {
      case Action.OpenTopLevelTraversable(var opened, var url) -> Vector.of(url);
      case Action.InsertIframe a -> Vector.of(a.url());
      case Action.OpenWindow a -> a.url().toVector();
      case Action.Navigate(var target, var by, var url) -> Vector.of(url);
      case Action.UseProperty a -> a.set().flatMap(value -> Url.parse(value).toOption()).toVector();
      case Action.PushState(var target, var url) -> Vector.of(url);
      case Action.Traverse a -> Vector.empty();
      case Action.Reload a -> Vector.empty();
      case Action.Close a -> Vector.empty();
      case Action.UseDom a -> Vector.empty();
      case Action.SetName a -> Vector.empty();
      case Action.FindByName a -> Vector.empty();
      case Action.OpenDocument a -> Vector.empty();
    };
  }

  /** The action with other URLs. */
  static Action replaced(Action action, Function1<Url, Url> urls) {
    return switch (action) {
      case Action.OpenTopLevelTraversable(var opened, var url) ->
          new Action.OpenTopLevelTraversable(opened, urls.apply(url));
      case Action.InsertIframe a ->
          new Action.InsertIframe(
              a.inserted(),
              a.in(),
              urls.apply(a.url()),
              a.sandbox(),
              a.allow(),
              a.credentialless());
      case Action.OpenWindow a ->
          new Action.OpenWindow(a.opened(), a.by(), a.url().map(urls), a.target(), a.features());
      case Action.Navigate(var target, var by, var url) ->
          new Action.Navigate(target, by, urls.apply(url));
      case Action.UseProperty a ->
          new Action.UseProperty(
              a.target(),
              a.by(),
              a.property(),
              a.set().map(value -> Url.parse(value).map(urls).fold(why -> value, Url::toString)),
              a.through());
      case Action.PushState(var target, var url) -> new Action.PushState(target, urls.apply(url));
      case Action.Traverse a -> a;
      case Action.Reload a -> a;
      case Action.Close a -> a;
      case Action.UseDom a -> a;
      case Action.SetName a -> a;
      case Action.FindByName a -> a;
      case Action.OpenDocument a -> a;
    };
  }
}
