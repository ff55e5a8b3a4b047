package org.coopcheck.counterexamples.engine;

import java.util.Arrays;

/** A list of numbers that grows without copying what it holds. */
final class GrowableLongs {
  private static final int CHUNK_BITS = 14;
  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;

  private long[][] chunks = {};
  private int size;

  long get(int index) {
    return chunks[index >>> CHUNK_BITS][index & CHUNK_SIZE - 1];
  }

  void add(long value) {
    int chunk = size >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk + 1);
      chunks[chunk] = new long[CHUNK_SIZE];
    }
    chunks[chunk][size & CHUNK_SIZE - 1] = value;
    size++;
  }
}
