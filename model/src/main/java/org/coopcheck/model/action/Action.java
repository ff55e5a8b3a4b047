package org.coopcheck.model.action;

import io.vavr.Function1;
import io.vavr.control.Option;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.world.NavigableId;

/** Something that the user, a document's script or a document's markup does. */
public sealed interface Action {

  /**
   * The user opens a new top-level traversable.
   *
   * @param opened names it
   * @param url where it is navigated to
   */
  record OpenTopLevelTraversable(NavigableId opened, Url url) implements Action {}

  /**
   * A document gets an {@code iframe} element.
   *
   * @param inserted names its navigable
   * @param in the navigable whose document gets it
   * @param url its {@code src}
   * @param sandbox its {@code sandbox} attribute
   * @param allow its {@code allow} attribute
   * @param credentialless whether it has the {@code credentialless} attribute
   */
  record InsertIframe(
      NavigableId inserted,
      NavigableId in,
      Url url,
      Option<String> sandbox,
      Option<String> allow,
      boolean credentialless)
      implements Action {}

  /**
   * A script calls {@code window.open()}.
   *
   * @param opened names the window, if the call makes one
   * @param by the navigable whose script calls it
   * @param url the URL; none for {@code ""}
   * @param target the target; {@code _blank} if the call has none
   * @param features the features
   */
  record OpenWindow(
      NavigableId opened, NavigableId by, Option<Url> url, String target, String features)
      implements Action {}

  /**
   * A window is navigated.
   *
   * @param target the window
   * @param by who does it
   * @param url where to
   */
  record Navigate(NavigableId target, Actor by, Url url) implements Action {}

  /**
   * The user goes back or forward.
   *
   * @param target the window
   * @param delta how far, negative for back
   */
  record Traverse(NavigableId target, int delta) implements Action {}

  /**
   * The user reloads.
   *
   * @param target the window
   */
  record Reload(NavigableId target) implements Action {}

  /**
   * A window is closed.
   *
   * @param target the window
   * @param by who does it
   */
  record Close(NavigableId target, Actor by) implements Action {}

  /**
   * A script uses a property of a window.
   *
   * @param target the window
   * @param by the navigable whose script does it
   * @param property the property, or an index
   * @param set what is written; none if the property is read or called
   * @param through the navigable in whose document the handle lies; none for the script's own
   */
  record UseProperty(
      NavigableId target,
      NavigableId by,
      String property,
      Option<String> set,
      Option<NavigableId> through)
      implements Action {}

  /**
   * A script uses the DOM of a window's document.
   *
   * @param target the window
   * @param by the navigable whose script does it
   */
  record UseDom(NavigableId target, NavigableId by) implements Action {}

  /**
   * A script sets its own {@code window.name}.
   *
   * @param target its window
   * @param name the name
   */
  record SetName(NavigableId target, String name) implements Action {}

  /**
   * A script looks for a window by its name.
   *
   * @param target the window that is hoped for
   * @param by the navigable whose script does it
   * @param name the name
   */
  record FindByName(NavigableId target, NavigableId by, String name) implements Action {}

  /**
   * A script calls {@code history.pushState()}.
   *
   * @param target its window
   * @param url the URL
   */
  record PushState(NavigableId target, Url url) implements Action {}

  /**
   * A script calls {@code document.open()} on a window's document.
   *
   * @param target the window
   * @param by the navigable whose script does it
   */
  record OpenDocument(NavigableId target, NavigableId by) implements Action {}

  /** What names the navigable that it makes, if it is one that makes any. */
  default Option<NavigableId> made() {
    return switch (this) {
      case OpenTopLevelTraversable a -> Option.some(a.opened);
      case InsertIframe a -> Option.some(a.inserted);
      case OpenWindow a -> Option.some(a.opened);
      case Navigate a -> Option.none();
      case Traverse a -> Option.none();
      case Reload a -> Option.none();
      case Close a -> Option.none();
      case UseProperty a -> Option.none();
      case UseDom a -> Option.none();
      case SetName a -> Option.none();
      case FindByName a -> Option.none();
      case PushState a -> Option.none();
      case OpenDocument a -> Option.none();
    };
  }

  /** Where it goes; none if it goes nowhere. */
  default Option<Url> destination() {
    return switch (this) {
      case OpenTopLevelTraversable a -> Option.some(a.url);
      case InsertIframe a -> Option.some(a.url);
      case OpenWindow a -> a.url;
      case Navigate a -> Option.some(a.url);
      case PushState a -> Option.some(a.url);
      case Traverse a -> Option.none();
      case Reload a -> Option.none();
      case Close a -> Option.none();
      case UseProperty a -> Option.none();
      case UseDom a -> Option.none();
      case SetName a -> Option.none();
      case FindByName a -> Option.none();
      case OpenDocument a -> Option.none();
    };
  }

  /** The same action, going somewhere else, if it goes anywhere. */
  default Action goingTo(Function1<Url, Url> change) {
    return switch (this) {
      case OpenTopLevelTraversable(var opened, var url) ->
          new OpenTopLevelTraversable(opened, change.apply(url));
      case InsertIframe a ->
          new InsertIframe(
              a.inserted, a.in, change.apply(a.url), a.sandbox, a.allow, a.credentialless);
      case OpenWindow a -> new OpenWindow(a.opened, a.by, a.url.map(change), a.target, a.features);
      case Navigate(var target, var by, var url) -> new Navigate(target, by, change.apply(url));
      case PushState(var target, var url) -> new PushState(target, change.apply(url));
      case Traverse a -> a;
      case Reload a -> a;
      case Close a -> a;
      case UseProperty a -> a;
      case UseDom a -> a;
      case SetName a -> a;
      case FindByName a -> a;
      case OpenDocument a -> a;
    };
  }

  /** The same action among navigables with other names. */
  default Action renamed(Function1<NavigableId, NavigableId> names) {
    return switch (this) {
      case OpenTopLevelTraversable(var opened, var url) ->
          new OpenTopLevelTraversable(names.apply(opened), url);
      case InsertIframe a ->
          new InsertIframe(
              names.apply(a.inserted),
              names.apply(a.in),
              a.url,
              a.sandbox,
              a.allow,
              a.credentialless);
      case OpenWindow a ->
          new OpenWindow(names.apply(a.opened), names.apply(a.by), a.url, a.target, a.features);
      case Navigate(var target, var by, var url) ->
          new Navigate(names.apply(target), renamed(by, names), url);
      case Traverse(var target, var delta) -> new Traverse(names.apply(target), delta);
      case Reload(var target) -> new Reload(names.apply(target));
      case Close(var target, var by) -> new Close(names.apply(target), renamed(by, names));
      case UseProperty a ->
          new UseProperty(
              names.apply(a.target), names.apply(a.by), a.property, a.set, a.through.map(names));
      case UseDom(var target, var by) -> new UseDom(names.apply(target), names.apply(by));
      case SetName(var target, var name) -> new SetName(names.apply(target), name);
      case FindByName(var target, var by, var name) ->
          new FindByName(names.apply(target), names.apply(by), name);
      case PushState(var target, var url) -> new PushState(names.apply(target), url);
      case OpenDocument(var target, var by) ->
          new OpenDocument(names.apply(target), names.apply(by));
    };
  }

  private static Actor renamed(Actor actor, Function1<NavigableId, NavigableId> names) {
    return switch (actor) {
      case Actor.Script(var by) -> new Actor.Script(names.apply(by));
      case Actor.Itself itself -> itself;
      case Actor.User user -> user;
    };
  }
}
