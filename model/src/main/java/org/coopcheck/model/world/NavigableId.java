package org.coopcheck.model.world;

/**
 * Names a navigable, for as long as it lives and whatever document it shows. Scenario files call it
 * a label; who opens a navigable chooses it.
 *
 * @param label the name
 */
public record NavigableId(String label) implements Comparable<NavigableId> {
  @Override
  public int compareTo(NavigableId other) {
    return label.compareTo(other.label);
  }

  @Override
  public String toString() {
    return label;
  }
}
