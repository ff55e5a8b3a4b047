package org.coopcheck.properties.rollout;

import io.vavr.Tuple;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.action.Actor;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.window.Access;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;
import org.coopcheck.properties.rollout.Breakage.Kind;

/**
 * A step that works in one run and fails in the other.
 *
 * @param kind what fails
 * @param by whose script it is; none if it is no script
 * @param window the window that it is about
 */
record Failure(Kind kind, Option<NavigableId> by, NavigableId window) {

  /**
   * @param tried a step where policies are report-only
   * @param enforced the same step where they are enforced
   */
  static Option<Failure> of(Taken tried, Taken enforced) {
    return kind(tried, enforced)
        .map(kind -> new Failure(kind, script(tried.action()), window(tried)));
  }

  private static Option<Kind> kind(Taken tried, Taken enforced) {
    return switch (tried.step().outcome()) {
      case Outcome.NotDone notDone -> Option.none();
      case Outcome.Done done -> failsIf(isNotDone(enforced), Kind.ACCESS);
      case Outcome.Navigated(var swap, var error) ->
          error.isDefined()
              ? Option.none()
              : failsIf(isNotDone(enforced), Kind.ACCESS)
                  .orElse(() -> failsIf(errorOf(enforced).isDefined(), Kind.LOAD));
      case Outcome.Opened opened -> opened(opened, enforced);
      case Outcome.Used(var isAllowed, var why, var navigated) ->
          !isAllowed || isLeftBehind(tried)
              ? Option.none()
              : failsIf(!isUsed(enforced), Kind.ACCESS)
                  .orElse(
                      () ->
                          failsIf(
                              navigated.exists(it -> it.error().isEmpty())
                                  && errorOf(enforced).isDefined(),
                              Kind.LOAD));
      case Outcome.Found(var window) ->
          failsIf(
              window.isDefined()
                  && !(enforced.step().outcome() instanceof Outcome.Found(var other)
                      && other.equals(window)),
              Kind.NAME);
    };
  }

  private static Option<Kind> opened(Outcome.Opened opened, Taken enforced) {
    if (!(enforced.step().outcome() instanceof Outcome.Opened other)) {
      return failsIf(opened.isReturned(), Kind.HANDLE);
    }
    return failsIf(!opened.isNew() && other.isNew(), Kind.NAME)
        .orElse(() -> failsIf(opened.isReturned() && !other.isReturned(), Kind.HANDLE))
        .orElse(() -> failsIf(opened.error().isEmpty() && other.error().isDefined(), Kind.LOAD));
  }

  private static Option<Kind> failsIf(boolean condition, Kind kind) {
    return Option.when(condition, kind);
  }

  private static boolean isNotDone(Taken taken) {
    return taken.step().outcome() instanceof Outcome.NotDone;
  }

  private static Option<LoadError> errorOf(Taken taken) {
    return switch (taken.step().outcome()) {
      case Outcome.Navigated(var swap, var error) -> error;
      case Outcome.Opened opened -> opened.error();
      case Outcome.Used used -> used.navigated().flatMap(Outcome.Navigated::error);
      case Outcome.Done done -> Option.none();
      case Outcome.NotDone notDone -> Option.none();
      case Outcome.Found found -> Option.none();
    };
  }

  private static boolean isUsed(Taken taken) {
    return taken.step().outcome() instanceof Outcome.Used used
        && used.isAllowed()
        && !isLeftBehind(taken);
  }

  /** Of a window that is out of reach, {@code closed} can be read, and says so. */
  private static boolean isLeftBehind(Taken taken) {
    return taken.action() instanceof Action.UseProperty use
        && use.through().isEmpty()
        && !use.by().equals(use.target())
        && !Access.handleOn(taken.before(), taken.before().activeDocument(use.by()), use.target())
            .exists(handle -> Access.isOpen(taken.before(), handle));
  }

  /** Whose script it is. */
  static Option<NavigableId> script(Action action) {
    return switch (action) {
      case Action.OpenWindow open -> Option.some(open.by());
      case Action.Navigate(var target, var by, var url) -> script(by);
      case Action.Close(var target, var by) -> script(by);
      case Action.UseProperty use -> Option.some(use.by());
      case Action.UseDom(var target, var by) -> Option.some(by);
      case Action.FindByName find -> Option.some(find.by());
      case Action.OpenDocument(var target, var by) -> Option.some(by);
      case Action.OpenTopLevelTraversable open -> Option.none();
      case Action.InsertIframe insert -> Option.none();
      case Action.Traverse traverse -> Option.none();
      case Action.Reload reload -> Option.none();
      case Action.SetName name -> Option.none();
      case Action.PushState push -> Option.none();
    };
  }

  private static Option<NavigableId> script(Actor actor) {
    return actor instanceof Actor.Script(var by) ? Option.some(by) : Option.none();
  }

  /** The window that a step is about. */
  private static NavigableId window(Taken taken) {
    return switch (taken.action()) {
      case Action.OpenTopLevelTraversable(var opened, var url) -> opened;
      case Action.InsertIframe insert -> insert.inserted();
      case Action.OpenWindow open ->
          taken.step().outcome() instanceof Outcome.Opened opened ? opened.window() : open.opened();
      case Action.Navigate(var target, var by, var url) -> target;
      case Action.Traverse(var target, var delta) -> target;
      case Action.Reload(var target) -> target;
      case Action.Close(var target, var by) -> target;
      case Action.UseProperty use -> use.target();
      case Action.UseDom(var target, var by) -> target;
      case Action.SetName(var target, var name) -> target;
      case Action.FindByName find ->
          taken.step().outcome() instanceof Outcome.Found(var window)
              ? window.getOrElse(find.target())
              : find.target();
      case Action.PushState(var target, var url) -> target;
      case Action.OpenDocument(var target, var by) -> target;
    };
  }

  /** The property that a step uses of another window. */
  static String property(Action action) {
    return switch (action) {
      case Action.UseProperty use -> use.property();
      case Action.Navigate navigate -> "location";
      case Action.Close close -> "close";
      case Action.UseDom use -> "document";
      case Action.OpenDocument open -> "document";
      case Action.OpenWindow open -> "";
      case Action.FindByName find -> "";
      case Action.OpenTopLevelTraversable open -> "";
      case Action.InsertIframe insert -> "";
      case Action.Traverse traverse -> "";
      case Action.Reload reload -> "";
      case Action.SetName name -> "";
      case Action.PushState push -> "";
    };
  }

  /** Whether a step moves a window as far, and to the same end, in both runs. */
  static boolean isTheSameMove(Taken tried, Taken enforced) {
    return move(tried).equals(move(enforced));
  }

  private static Object move(Taken taken) {
    return switch (taken.step().outcome()) {
      case Outcome.Navigated navigated -> navigated;
      case Outcome.Opened opened -> Tuple.of(opened.isReturned(), opened.swap(), opened.error());
      case Outcome.Used used -> Tuple.of(used.isAllowed(), used.navigated());
      case Outcome.Done done -> done;
      case Outcome.NotDone notDone -> "not done";
      case Outcome.Found found -> found;
    };
  }
}
