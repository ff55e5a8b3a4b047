package org.coopcheck.model.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.collection.SortedMap;
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
 * @param namesInOtherGroups by a proposal, the names that it had while it was in other browsing
 *     context groups; in the standard there are none
 * @param history its session history entries
 * @param current the index of its current session history entry
 */
@RecordBuilder
public record Navigable(
    NavigableId id,
    Option<NavigableContainer> container,
    boolean isCreatedByWebContent,
    String targetName,
    SortedMap<BrowsingContextGroupId, String> namesInOtherGroups,
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

  /**
   * The name that documents of a browsing context group know it by.
   *
   * @param group the group of those documents
   * @param own the group that the navigable is in
   */
  public String nameIn(BrowsingContextGroupId group, BrowsingContextGroupId own) {
    return group.equals(own) ? targetName : namesInOtherGroups.getOrElse(group, targetName);
  }

  /**
   * The navigable has left a browsing context group for another, where it has a name of its own.
   *
   * @param left the group that it left
   * @param entered the group that it is in now
   */
  public Navigable withNameOf(BrowsingContextGroupId entered, BrowsingContextGroupId left) {
    var kept = namesInOtherGroups.put(left, targetName);
    return withTargetName(kept.getOrElse(entered, "")).withNamesInOtherGroups(kept.remove(entered));
  }

  /** The navigable with other entries, the current one among them. */
  public Navigable withHistory(Vector<SessionHistoryEntry> newHistory, int newCurrent) {
    return withHistory(newHistory).withCurrent(newCurrent);
  }
}
