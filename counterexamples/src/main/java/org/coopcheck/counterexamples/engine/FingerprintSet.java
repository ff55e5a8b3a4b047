package org.coopcheck.counterexamples.engine;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;

/**
 * A set of states of which only 64 bits are kept: two of them may be taken for one.
 *
 * <p>The bits are those of SipHash with a fixed key. Whoever did not choose the encodings to
 * collide can take them for random.
 */
final class FingerprintSet implements StateSet {
  private static final HashFunction HASH = Hashing.sipHash24(0x636f6f70636865L, 0x636b21L);
  private static final double FINGERPRINTS = Math.pow(2, Long.SIZE) - 1;
  private static final int FIRST_SLOTS = 64;
  private static final int MOST_SLOTS = Integer.MAX_VALUE - 8;

  /** 0 is a free slot. */
  private long[] slots = new long[FIRST_SLOTS];

  private int size;

  /**
   * The probability, at most, that of so many states one or more were taken for another one and so
   * were never looked at: one in as many as there are fingerprints for each pair of them.
   */
  static double probabilityOfAMiss(int states) {
    return Math.min(1, (double) states * (states - 1) / 2 / FINGERPRINTS);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean add(long hash, byte[] bytes, int from, int length) {
    long fingerprint = fingerprint(bytes, from, length);
    int at = find(fingerprint);
    if (slots[at] != 0) return false;
    slots[at] = fingerprint;
    if (++size == maximumSize()) rehash();
    return true;
  }

  @Override
  public boolean contains(long hash, byte[] bytes, int from, int length) {
    return slots[find(fingerprint(bytes, from, length))] != 0;
  }

  private static long fingerprint(byte[] bytes, int from, int length) {
    long fingerprint = HASH.hashBytes(bytes, from, length).asLong();
    return fingerprint == 0 ? 1 : fingerprint;
  }

  private int find(long fingerprint) {
    long bits = fingerprint & 0xffff_ffffL;
    int at = (int) ((bits * slots.length) >>> Integer.SIZE);
    while (slots[at] != 0 && slots[at] != fingerprint) {
      if (++at == slots.length) at = 0;
    }
    return at;
  }

  private int maximumSize() {
    return slots.length / 4 * 3;
  }

  private void rehash() {
    if (slots.length == MOST_SLOTS) throw new EngineDefect("more states than the table can hold");
    long[] old = slots;
    slots = new long[moreSlots()];
    for (long fingerprint : old) {
      if (fingerprint != 0) slots[find(fingerprint)] = fingerprint;
    }
  }

  private int moreSlots() {
    return (int) Math.min(MOST_SLOTS, slots.length + slots.length / 2L);
  }

  @Override
  public long bytes() {
    return (long) Long.BYTES * slots.length;
  }

  @Override
  public long bytesOfNextGrowth() {
    return size > maximumSize() / 8 * 7 ? (long) Long.BYTES * moreSlots() : 0;
  }
}
