package org.coopcheck.counterexamples.engine;

import io.vavr.control.Option;

/**
 * What a search took note of in one wave, so that it can be told again without being searched.
 *
 * <p>States are named by the place of the state before them in the wave, and by an action. All of
 * this may come from a file that somebody else has written: whoever reads it believes nothing.
 */
final class WaveRecord {
  private int expanded;
  private long transitions;

  /** For each state that was met the place of the state before it, and the action. */
  private final GrowableInts met = new GrowableInts();

  /** For each hit the check, the place of the state before it, and the action. */
  private final GrowableInts hits = new GrowableInts();

  void expanded(int states, long steps) {
    expanded += states;
    transitions += steps;
  }

  void met(int before, int action) {
    met.add(before);
    met.add(action);
  }

  void hit(int check, int before, int action) {
    hits.add(check);
    hits.add(before);
    hits.add(action);
  }

  /** How many states were expanded. */
  int expanded() {
    return expanded;
  }

  /** How many steps there are from them. */
  long transitions() {
    return transitions;
  }

  /** How many states were met. */
  int states() {
    return met.size() / 2;
  }

  int before(int state) {
    return met.get(2 * state);
  }

  int action(int state) {
    return met.get(2 * state + 1);
  }

  /** How many hits there were. */
  int hits() {
    return hits.size() / 3;
  }

  int checkOfHit(int hit) {
    return hits.get(3 * hit);
  }

  int beforeHit(int hit) {
    return hits.get(3 * hit + 1);
  }

  int actionOfHit(int hit) {
    return hits.get(3 * hit + 2);
  }

  void writeTo(Encoding encoding) {
    encoding.putInt(expanded);
    encoding.putLong(transitions, Long.BYTES);
    write(met, encoding);
    write(hits, encoding);
  }

  private static void write(GrowableInts numbers, Encoding encoding) {
    encoding.putInt(numbers.size());
    for (int i = 0; i < numbers.size(); i++) encoding.putInt(numbers.get(i));
  }

  /** What was written; none if it is anything else. */
  static Option<WaveRecord> readFrom(byte[] bytes) {
    var reader = new Reader(bytes);
    var read = new WaveRecord();
    read.expanded(reader.number(), reader.longNumber());
    reader.numbers(read.met);
    reader.numbers(read.hits);
    boolean isWhole =
        reader.isAtTheEnd()
            && read.transitions >= 0
            && read.met.size() % 2 == 0
            && read.hits.size() % 3 == 0;
    return Option.when(isWhole, read);
  }

  /** Reads numbers that are not negative, until one is not there. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;
    private boolean isBroken;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean isAtTheEnd() {
      return !isBroken && at == bytes.length;
    }

    int number() {
      int value = 0;
      for (int shift = 0; shift < Integer.SIZE && at < bytes.length; shift += 7) {
        byte next = bytes[at++];
        value |= (next & 0x7f) << shift;
        if (next >= 0) {
          if (value < 0) isBroken = true;
          return value;
        }
      }
      isBroken = true;
      return 0;
    }

    long longNumber() {
      if (bytes.length - at < Long.BYTES) {
        isBroken = true;
        return 0;
      }
      long value = (long) Encoding.LONGS.get(bytes, at);
      at += Long.BYTES;
      return value;
    }

    void numbers(GrowableInts to) {
      int count = number();
      for (int i = 0; i < count && !isBroken; i++) to.add(number());
    }
  }
}
