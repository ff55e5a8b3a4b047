package org.coopcheck.model.action;

import org.coopcheck.model.world.NavigableId;

/** Who navigates or closes a window. */
public sealed interface Actor {

  /** The window's own document. */
  record Itself() implements Actor {
    @Override
    public String toString() {
      return "itself";
    }
  }

  /** The user, with the address bar or the close button. */
  record User() implements Actor {
    @Override
    public String toString() {
      return "user";
    }
  }

  /**
   * A script of another window's document.
   *
   * @param by the other window
   */
  record Script(NavigableId by) implements Actor {
    @Override
    public String toString() {
      return by.toString();
    }
  }
}
