package org.coopcheck.model.action;

import io.vavr.control.Option;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.world.LoadError;
import org.coopcheck.model.world.NavigableId;

/** What came of an action. */
public sealed interface Outcome {

  /**
   * It could not be done, and nothing changed.
   *
   * @param why the reason, as a sentence
   */
  record NotDone(String why) implements Outcome {}

  /** It was done, and there is nothing more to say. */
  record Done() implements Outcome {}

  /**
   * A window was navigated.
   *
   * @param swap how far it went
   * @param error why it shows an error page, or was not navigated at all
   */
  record Navigated(Swap swap, Option<LoadError> error) implements Outcome {}

  /**
   * A script called {@code window.open()}.
   *
   * @param window the window that was chosen or made
   * @param isNew whether it was made
   * @param isReturned whether the call returned its {@code WindowProxy}
   * @param isNoopener whether it was asked for, or forced, to have no opener
   * @param swap how far the navigation went
   * @param error why the window shows an error page, or was not navigated at all
   */
  record Opened(
      NavigableId window,
      boolean isNew,
      boolean isReturned,
      boolean isNoopener,
      Swap swap,
      Option<LoadError> error)
      implements Outcome {}

  /**
   * A script used a window.
   *
   * @param isAllowed whether nothing was thrown
   * @param why the reason, as a sentence
   * @param navigated what came of the navigation that it started, if it did
   */
  record Used(boolean isAllowed, String why, Option<Navigated> navigated) implements Outcome {}

  /**
   * A script looked for a window by its name.
   *
   * @param window the window that was found
   */
  record Found(Option<NavigableId> window) implements Outcome {}
}
