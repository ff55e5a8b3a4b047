package org.coopcheck.model.world;

/**
 * Names a document of a world.
 *
 * @param number greater than that of everything that came to be before it
 */
public record DocumentId(int number) implements Comparable<DocumentId> {
  @Override
  public int compareTo(DocumentId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "document-" + number;
  }
}
