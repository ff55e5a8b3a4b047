package org.coopcheck.counterexamples.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A buffer for the canonical encoding of one state, used again for the next.
 *
 * <p>It adds no separators: whoever writes makes sure that different states never give the same
 * bytes, for instance by writing the length of a list before its items.
 */
public final class Encoding {
  /** How eight bytes are seen as a number, on every machine. */
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** How many bytes can be read after an encoding, so that its hash may read whole words. */
  static final int ROOM = Long.BYTES;

  private byte[] bytes = new byte[64];
  private int length;

  /** Forgets what was written. */
  public void clear() {
    length = 0;
  }

  /** The number of bytes written. */
  public int length() {
    return length;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** The same with {@link #ROOM} more bytes after it. */
  byte[] toByteArrayWithRoom() {
    return Arrays.copyOf(bytes, length + ROOM);
  }

  /** Writes the lowest eight bits. */
  public void putByte(int value) {
    makeRoom(1);
    bytes[length++] = (byte) value;
  }

  /** Writes one bit, as a byte. */
  public void putBoolean(boolean value) {
    putByte(value ? 1 : 0);
  }

  /** Writes a number in as few bytes as it needs, small ones that are not negative in one. */
  public void putInt(int value) {
    makeRoom(5);
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes[length++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /**
   * Writes the lowest bytes of a number.
   *
   * @param width how many bytes, from 0 to 8
   */
  public void putLong(long value, int width) {
    makeRoom(Long.BYTES);
    LONGS.set(bytes, length, value);
    length += width;
  }

  /** Writes bytes, but not how many they are. */
  public void putBytes(byte[] values) {
    makeRoom(values.length);
    System.arraycopy(values, 0, bytes, length, values.length);
    length += values.length;
  }

  /** Writes a string and its length. */
  public void putString(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    putInt(encoded.length);
    putBytes(encoded);
  }

  /** What was written, and beyond {@link #length} at least {@link #ROOM} bytes from before. */
  byte[] buffer() {
    return bytes;
  }

  /** The hash of what was written. */
  long hash() {
    return hash(bytes, 0, length);
  }

  /**
   * Mixes all bytes, and their number, into 64 bits.
   *
   * @param bytes where they are; {@link #ROOM} more can be read after them
   */
  static long hash(byte[] bytes, int from, int length) {
    long hash = length * 0x9e3779b97f4a7c15L;
    int at = 0;
    for (; length - at >= Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash, (long) LONGS.get(bytes, from + at));
    }
    int rest = length - at;
    if (rest > 0) {
      long last = (long) LONGS.get(bytes, from + at);
      hash = mixed(hash, last << (Byte.SIZE * (Long.BYTES - rest)));
    }
    hash *= 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 32) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 29;
  }

  private static long mixed(long hash, long word) {
    long product = (hash ^ word) * 0xbf58476d1ce4e5b9L;
    return product ^ product >>> 29;
  }

  private void makeRoom(int more) {
    if (bytes.length - length < more + ROOM) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more + ROOM));
    }
  }
}
