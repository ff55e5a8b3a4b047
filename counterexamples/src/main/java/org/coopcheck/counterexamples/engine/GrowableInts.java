package org.coopcheck.counterexamples.engine;

import java.util.Arrays;

/** A list of numbers that grows without copying what it holds. */
final class GrowableInts {
  private static final int CHUNK_BITS = 12;
  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;

  private int[][] chunks = {};
  private int size;

  int get(int index) {
    return chunks[index >>> CHUNK_BITS][index & CHUNK_SIZE - 1];
  }

  void add(int value) {
    int chunk = size >>> CHUNK_BITS;
    if (chunk == chunks.length) chunks = Arrays.copyOf(chunks, chunk + 1 + chunk / 2);
    if (chunks[chunk] == null) chunks[chunk] = new int[CHUNK_SIZE];
    chunks[chunk][size & CHUNK_SIZE - 1] = value;
    size++;
  }

  int size() {
    return size;
  }

  /** How much memory the list takes. */
  long bytes() {
    return (long) Integer.BYTES * ((size + CHUNK_SIZE - 1) & -CHUNK_SIZE);
  }
}
