package org.coopcheck.counterexamples.engine;

import java.util.Arrays;

/**
 * A set of encodings. Not for several threads at once, unless all of them only look.
 *
 * <p>Their bytes lie one after the other in an arena; a hash table with open addressing leads to
 * them. A slot is four bytes: the number of an encoding, and in the bits that are left over as much
 * of its hash as fits. The hash only says where to look: two encodings are the same if all their
 * bytes are.
 */
final class EncodingSet implements StateSet {
  private static final int CHUNK_BITS = 14;
  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;
  private static final byte[] NO_CHUNK = {};
  private static final int FIRST_SLOTS = 64;
  private static final int MOST_SLOTS = Integer.MAX_VALUE - 8;
  private static final long MOST_BYTES = 1L << 32;

  /** A slot is 0 when free; else bits of the hash, and below them the number plus 1. */
  private int[] slots = new int[FIRST_SLOTS];

  private int numberBits = numberBits(FIRST_SLOTS);
  private int size;

  private byte[][] arena = {};
  private long end;

  /** Where each encoding begins, unsigned; not kept as long as all are of one length. */
  private final GrowableInts starts = new GrowableInts();

  private boolean isOfOneLength = true;
  private int oneLength;

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean add(long hash, byte[] bytes, int from, int length) {
    int at = find(hash, bytes, from, length);
    if (slots[at] != 0) return false;
    append(bytes, from, length);
    slots[at] = tag(hash) | ++size;
    if (size == maximumSize(slots.length)) rehash();
    return true;
  }

  @Override
  public boolean contains(long hash, byte[] bytes, int from, int length) {
    return slots[find(hash, bytes, from, length)] != 0;
  }

  @Override
  public long bytes() {
    long chunks = end == 0 ? 0 : ((end - 1) >>> CHUNK_BITS) + 1;
    return (long) Integer.BYTES * slots.length + chunks * CHUNK_SIZE + starts.bytes();
  }

  @Override
  public long bytesOfNextGrowth() {
    boolean isNear = size > maximumSize(slots.length) / 8 * 7;
    return isNear ? (long) Integer.BYTES * moreSlots(slots.length) : 0;
  }

  /** The slot of the encoding, or the free slot where it belongs. */
  private int find(long hash, byte[] bytes, int from, int length) {
    int[] table = slots;
    int tag = tag(hash);
    int ofNumber = (1 << numberBits) - 1;
    int at = home(hash);
    for (int slot = table[at]; slot != 0; slot = table[at]) {
      // NB: above the bits of the number, nothing is left of two equal tags.
      int number = (slot ^ tag) - 1;
      if (number < ofNumber && number >= 0 && isAt(number, bytes, from, length)) return at;
      if (++at == table.length) at = 0;
    }
    return at;
  }

  /** Where the hash belongs, from bits that the tag does not have. */
  private int home(long hash) {
    long bits = (hash >>> 28) & 0xffff_ffffL;
    return (int) ((bits * slots.length) >>> Integer.SIZE);
  }

  private int tag(long hash) {
    return (int) hash << numberBits;
  }

  private static int numberBits(int slots) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(maximumSize(slots));
  }

  private static int maximumSize(int slots) {
    return slots / 4 * 3;
  }

  private static int moreSlots(int slots) {
    return (int) Math.min(MOST_SLOTS, slots + slots / 2L);
  }

  private void rehash() {
    int more = moreSlots(slots.length);
    if (more == slots.length) throw new EngineDefect("more states than the table can hold");
    slots = new int[more];
    numberBits = numberBits(more);
    byte[] bytes = new byte[0];
    for (int number = 0; number < size; number++) {
      int length = length(number);
      if (bytes.length < length + Long.BYTES) bytes = new byte[2 * length + Long.BYTES];
      copy(number, bytes, length);
      long hash = Encoding.hash(bytes, 0, length);
      int at = home(hash);
      while (slots[at] != 0) {
        if (++at == more) at = 0;
      }
      slots[at] = tag(hash) | number + 1;
    }
  }

  // The arena.

  private byte[] chunk(long at) {
    return arena[(int) (at >>> CHUNK_BITS)];
  }

  private static int offset(long at) {
    return (int) at & (CHUNK_SIZE - 1);
  }

  private long start(int number) {
    if (number == size) return end;
    return isOfOneLength ? (long) number * oneLength : starts.get(number) & 0xffff_ffffL;
  }

  private int length(int number) {
    return isOfOneLength ? oneLength : (int) (start(number + 1) - start(number));
  }

  private boolean isAt(int number, byte[] bytes, int from, int length) {
    if (length != length(number)) return false;
    long start = start(number);
    int offset = offset(start);
    if (length > Long.BYTES || offset + length > CHUNK_SIZE) {
      return isLongOneAt(start, bytes, from, length);
    }
    if (length == 0) return true;
    long stored = (long) Encoding.LONGS.get(chunk(start), offset);
    long asked = (long) Encoding.LONGS.get(bytes, from);
    return (stored ^ asked) << (Byte.SIZE * (Long.BYTES - length)) == 0;
  }

  private boolean isLongOneAt(long start, byte[] bytes, int from, int length) {
    int done = 0;
    while (done < length) {
      int offset = offset(start + done);
      int part = Math.min(length - done, CHUNK_SIZE - offset);
      int at = from + done;
      if (!Arrays.equals(chunk(start + done), offset, offset + part, bytes, at, at + part)) {
        return false;
      }
      done += part;
    }
    return true;
  }

  private void copy(int number, byte[] to, int length) {
    long start = start(number);
    int done = 0;
    while (done < length) {
      int offset = offset(start + done);
      int part = Math.min(length - done, CHUNK_SIZE - offset);
      System.arraycopy(chunk(start + done), offset, to, done, part);
      done += part;
    }
  }

  private void append(byte[] bytes, int from, int length) {
    if (end + length > MOST_BYTES) throw new EngineDefect("more bytes than the arena can hold");
    if (size == 0) oneLength = length;
    if (isOfOneLength && length != oneLength) {
      for (int number = 0; number < size; number++) starts.add(number * oneLength);
      isOfOneLength = false;
    }
    if (!isOfOneLength) starts.add((int) end);
    int done = 0;
    while (done < length) {
      int offset = offset(end);
      int part = Math.min(length - done, CHUNK_SIZE - offset);
      System.arraycopy(bytes, from + done, chunkForAppending(), offset, part);
      done += part;
      end += part;
    }
  }

  private byte[] chunkForAppending() {
    int chunk = (int) (end >>> CHUNK_BITS);
    if (chunk == arena.length) {
      arena = Arrays.copyOf(arena, chunk + 1 + chunk / 2);
      Arrays.fill(arena, chunk, arena.length, NO_CHUNK);
    }
    if (arena[chunk].length == 0) arena[chunk] = new byte[CHUNK_SIZE + Encoding.ROOM];
    return arena[chunk];
  }
}
