package org.coopcheck.model.world;

/**
 * Names a browsing context of a world.
 *
 * @param number greater than that of everything that came to be before it
 */
public record BrowsingContextId(int number) implements Comparable<BrowsingContextId> {
  @Override
  public int compareTo(BrowsingContextId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "bc" + number;
  }
}
