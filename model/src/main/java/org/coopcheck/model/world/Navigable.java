package org.coopcheck.model.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A navigable.
 *
 * <p>MODEL: each navigable has a session history of its own. Joint session history is left out: a
 * traversal moves the navigable that it names and never a sibling.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#navigable">HTML</a>
 * @param id names it
 * @param container the element that contains it; none for a top-level traversable
 * @param isCreatedByWebContent whether a script created it
 * @param targetName its target name, which scripts see as {@code window.name}; "" if there is none
 * @param history its session history entries
 * @param current the index of its current session history entry
 */
@RecordBuilder
public record Navigable(
    NavigableId id,
    Option<NavigableContainer> container,
    boolean isCreatedByWebContent,
    String targetName,
    Vector<SessionHistoryEntry> history,
    int current)
    implements NavigableBuilder.With {

  /** Whether it is a top-level traversable. */
  public boolean isTopLevelTraversable() {
    return container.isEmpty();
  }

  /** Its current session history entry. */
  public SessionHistoryEntry currentEntry() {
    return history.get(current);
  }

  /**
   * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#nav-document">HTML</a>
   */
  public DocumentId activeDocument() {
    return currentEntry().document();
  }

  /** The navigable with other entries, the current one among them. */
  public Navigable withHistory(Vector<SessionHistoryEntry> newHistory, int newCurrent) {
    return withHistory(newHistory).withCurrent(newCurrent);
  }
}
