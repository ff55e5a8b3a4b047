package org.coopcheck.model.world;

/**
 * Names a browsing context group of a world.
 *
 * @param number greater than that of everything that came to be before it
 */
public record BrowsingContextGroupId(int number) implements Comparable<BrowsingContextGroupId> {
  @Override
  public int compareTo(BrowsingContextGroupId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "group-" + number;
  }
}
