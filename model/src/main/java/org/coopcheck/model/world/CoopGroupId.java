package org.coopcheck.model.world;

/**
 * Names a COOP group of a world.
 *
 * @param number greater than that of everything that came to be before it
 */
public record CoopGroupId(int number) implements Comparable<CoopGroupId> {
  @Override
  public int compareTo(CoopGroupId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "coop-group-" + number;
  }
}
