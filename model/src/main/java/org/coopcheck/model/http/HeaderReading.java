package org.coopcheck.model.http;

import io.vavr.Function1;

/**
 * Something that can be read out of a header list. However often it is asked for, it is read once
 * per list: a search meets the same few lists millions of times, and the values may be long.
 *
 * @param <T> what is read
 */
public final class HeaderReading<T> {
  private final Function1<HeaderList, T> reader;

  private HeaderReading(Function1<HeaderList, T> reader) {
    this.reader = reader;
  }

  /**
   * @param reader gives the same for equal lists
   */
  public static <T> HeaderReading<T> of(Function1<HeaderList, T> reader) {
    return new HeaderReading<>(reader);
  }

  /** What the list says. */
  public T in(HeaderList headers) {
    return headers.kept(this, reader);
  }
}
