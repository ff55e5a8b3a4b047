package org.coopcheck.counterexamples.engine;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The states that were met, in shards by the hash of their encodings.
 *
 * <p>Which shard a state belongs to depends on nothing but its encoding. So workers can add states
 * at once, each to its own shard, and what comes of it does not depend on how many they are.
 */
final class VisitedStates {
  private static final int SHARD_BITS = 4;

  /** The number of shards. */
  static final int SHARDS = 1 << SHARD_BITS;

  private final StateSet[] shards;

  /**
   * @param shard makes the set that is a shard
   */
  VisitedStates(Supplier<StateSet> shard) {
    shards = Stream.generate(shard).limit(SHARDS).toArray(StateSet[]::new);
  }

  /** The shard to which a state belongs, by the hash of its encoding. */
  static int shard(long hash) {
    return (int) (hash >>> (Long.SIZE - SHARD_BITS));
  }

  /** Adds the state that was written, unless it is there already. */
  boolean add(Encoding encoding) {
    return add(encoding.hash(), encoding.buffer(), 0, encoding.length());
  }

  /** Whether the state that was written is there. */
  boolean contains(Encoding encoding) {
    return contains(encoding.hash(), encoding);
  }

  boolean contains(long hash, Encoding encoding) {
    return shards[shard(hash)].contains(hash, encoding.buffer(), 0, encoding.length());
  }

  /** As {@link StateSet#add}; only one thread may add to a shard at once. */
  boolean add(long hash, byte[] bytes, int from, int length) {
    return shards[shard(hash)].add(hash, bytes, from, length);
  }

  /** How much memory they take. */
  long bytes() {
    long bytes = 0;
    for (StateSet shard : shards) bytes += shard.bytes();
    return bytes;
  }

  /** How much memory they will ask for at once if a few more states are added. */
  long bytesOfNextGrowth() {
    long bytes = 0;
    for (StateSet shard : shards) bytes += shard.bytesOfNextGrowth();
    return bytes;
  }
}
