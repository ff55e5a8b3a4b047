package org.coopcheck.counterexamples.engine;

import java.util.Arrays;

/**
 * A set of encodings, numbered from 0 in the order in which they were added.
 *
 * <p>Their bytes lie one after the other in an arena; a hash table with open addressing leads to
 * them. The hash only says where to look: two encodings are the same if all their bytes are.
 */
final class EncodingSet {
  private static final int CHUNK_BITS = 20;
  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;
  private static final byte[] NO_CHUNK = {};

  /** A slot is 0 when free; else the hash, and below it the number of the encoding plus 1. */
  private long[] slots = new long[1 << 12];

  private int size;

  private byte[][] arena = {new byte[CHUNK_SIZE]};
  private long end;

  /** Where each encoding begins; not kept as long as all are of one length. */
  private final GrowableLongs starts = new GrowableLongs();

  private boolean isOfOneLength = true;
  private int oneLength;

  /** The number of encodings in the set. */
  int size() {
    return size;
  }

  /**
   * Adds an encoding, unless it is there already.
   *
   * @return its number if it is new; else {@code -1 - n}, where {@code n} is the number it has
   */
  int add(Encoding encoding) {
    int hash = hash(encoding);
    int at = find(hash, encoding);
    if (slots[at] != 0) return ~number(slots[at]);
    append(encoding);
    slots[at] = (long) hash << 32 | size + 1;
    size++;
    if (size > maximumSize()) rehash();
    return size - 1;
  }

  boolean contains(Encoding encoding) {
    return slots[find(hash(encoding), encoding)] != 0;
  }

  /** Whether the encoding is the one with that number. */
  boolean isAt(int number, Encoding encoding) {
    long start = start(number);
    int length = (int) (start(number + 1) - start);
    if (length != encoding.length()) return false;
    if (length == 0) return true;
    byte[] chunk = arena[(int) (start >>> CHUNK_BITS)];
    int offset = (int) start & CHUNK_SIZE - 1;
    return offset + length <= CHUNK_SIZE
        ? Arrays.equals(chunk, offset, offset + length, encoding.buffer(), 0, length)
        : isAcrossChunks(start, encoding);
  }

  /** How much memory the set will ask for at once if a few more encodings are added. */
  long bytesOfNextGrowth() {
    return size > maximumSize() / 8 * 7 ? 2L * Long.BYTES * slots.length : 0;
  }

  /** The slot of the encoding, or the free slot where it belongs. */
  private int find(int hash, Encoding encoding) {
    int mask = slots.length - 1;
    int at = home(hash);
    while (true) {
      long slot = slots[at];
      if (slot == 0) return at;
      if ((int) (slot >>> 32) == hash && isAt(number(slot), encoding)) return at;
      at = at + 1 & mask;
    }
  }

  private int home(int hash) {
    return hash >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private static int number(long slot) {
    return (int) slot - 1;
  }

  private int maximumSize() {
    return slots.length / 8 * 5;
  }

  private void rehash() {
    if (slots.length == 1 << 30) throw new EngineDefect("more states than the table can hold");
    long[] old = slots;
    slots = new long[2 * old.length];
    int mask = slots.length - 1;
    for (long slot : old) {
      if (slot == 0) continue;
      int at = home((int) (slot >>> 32));
      while (slots[at] != 0) at = at + 1 & mask;
      slots[at] = slot;
    }
  }

  private long start(int number) {
    if (number == size) return end;
    return isOfOneLength ? (long) number * oneLength : starts.get(number);
  }

  private void append(Encoding encoding) {
    int length = encoding.length();
    if (size == 0) oneLength = length;
    if (isOfOneLength && length != oneLength) {
      for (int number = 0; number < size; number++) starts.add((long) number * oneLength);
      isOfOneLength = false;
    }
    if (!isOfOneLength) starts.add(end);
    int from = 0;
    while (from < length) {
      int offset = (int) end & CHUNK_SIZE - 1;
      int part = Math.min(length - from, CHUNK_SIZE - offset);
      System.arraycopy(encoding.buffer(), from, chunkForAppending(), offset, part);
      from += part;
      end += part;
    }
  }

  private byte[] chunkForAppending() {
    int chunk = (int) (end >>> CHUNK_BITS);
    if (chunk == arena.length) {
      arena = Arrays.copyOf(arena, chunk + 1 + chunk / 2);
      Arrays.fill(arena, chunk, arena.length, NO_CHUNK);
    }
    if (arena[chunk].length == 0) arena[chunk] = new byte[CHUNK_SIZE];
    return arena[chunk];
  }

  private boolean isAcrossChunks(long start, Encoding encoding) {
    for (int i = 0; i < encoding.length(); i++) {
      long at = start + i;
      if (arena[(int) (at >>> CHUNK_BITS)][(int) at & CHUNK_SIZE - 1] != encoding.buffer()[i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(Encoding encoding) {
    byte[] bytes = encoding.buffer();
    int length = encoding.length();
    long hash = length * 0x9e3779b97f4a7c15L;
    int at = 0;
    for (; length - at >= Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash, (long) Encoding.LONGS.get(bytes, at));
    }
    int rest = length - at;
    if (rest > 0) {
      hash = mixed(hash, (long) Encoding.LONGS.get(bytes, at) << (Byte.SIZE * (Long.BYTES - rest)));
    }
    hash *= 0xff51afd7ed558ccdL;
    return (int) (((hash ^ hash >>> 32) * 0xc4ceb9fe1a85ec53L) >>> 32);
  }

  private static long mixed(long hash, long word) {
    long product = (hash ^ word) * 0xbf58476d1ce4e5b9L;
    return product ^ product >>> 29;
  }
}
