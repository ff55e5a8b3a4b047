package org.coopcheck.model.world;

import java.util.Comparator;
import java.util.Locale;

/**
 * A {@code WindowProxy} that a document got and keeps. It stands for a browsing context, not for a
 * navigable: when the navigable leaves for another browsing context, the handle stays behind.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-windowproxy-exotic-object">HTML</a>
 * @param navigable the navigable whose window it was when it was got
 * @param browsingContext the browsing context it stands for; it may be gone
 * @param obtained how it was got
 */
public record Handle(NavigableId navigable, BrowsingContextId browsingContext, Obtained obtained)
    implements Comparable<Handle> {
  private static final Comparator<Handle> ORDER =
      Comparator.comparing(Handle::navigable)
          .thenComparing(Handle::browsingContext)
          .thenComparing(Handle::obtained);

  /** How a document came by a {@code WindowProxy}. */
  public enum Obtained {
    /** {@code window.open()} returned it. */
    OPEN,
    /** It was read from {@code window.opener}. */
    OPENER,
    /** It was read from {@code window.parent}. */
    PARENT,
    /** It was read from {@code window.top}. */
    TOP,
    /** It was read from {@code window.frames}. */
    FRAME,
    /** {@code window.open("", name)} found it. */
    FIND;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(Handle other) {
    return ORDER.compare(this, other);
  }
}
