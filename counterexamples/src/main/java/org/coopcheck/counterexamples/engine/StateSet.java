package org.coopcheck.counterexamples.engine;

/** A set of states, each known by its encoding or by what is kept of that. */
interface StateSet {

  /** The number of states in the set. */
  int size();

  /**
   * Adds a state, unless it is there already.
   *
   * @param hash the {@link Encoding#hash} of its encoding
   * @param bytes where its encoding is; {@link Encoding#ROOM} more bytes can be read after it
   * @param from where it begins
   * @param length how long it is
   * @return whether it is new
   */
  boolean add(long hash, byte[] bytes, int from, int length);

  /** Whether the state, given as for {@link #add}, is there. */
  boolean contains(long hash, byte[] bytes, int from, int length);

  /** How much memory the set takes. */
  long bytes();

  /** How much memory it will ask for at once if a few more states are added. */
  long bytesOfNextGrowth();
}
