package org.coopcheck.counterexamples.core;

/** What can happen in the core world. Windows and origins are numbered from 0. */
public sealed interface CoreAction {

  /**
   * A window opens a popup, which takes the first free place.
   *
   * @param window the opener
   * @param origin the origin of the popup
   */
  record Open(int window, int origin) implements CoreAction {
    @Override
    public String toString() {
      return "window %d opens a popup of origin %d".formatted(window, origin);
    }
  }

  /**
   * A window is navigated.
   *
   * @param window the window
   * @param origin the origin of the response
   * @param coop the opener policy of the response, from 0, {@code unsafe-none}, to 3, {@code
   *     same-origin-plus-coep}
   */
  record Navigate(int window, int origin, int coop) implements CoreAction {
    @Override
    public String toString() {
      return "window %d is navigated to origin %d with %s"
          .formatted(window, origin, SwitchTable.value(coop).token());
    }
  }

  /**
   * A window is closed.
   *
   * @param window the window
   */
  record Close(int window) implements CoreAction {
    @Override
    public String toString() {
      return "window %d is closed".formatted(window);
    }
  }
}
