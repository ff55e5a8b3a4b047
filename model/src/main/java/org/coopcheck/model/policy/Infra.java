package org.coopcheck.model.policy;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.vavr.collection.Vector;

/**
 * The Infra Standard's ways to cut strings.
 *
 * @see <a href="https://infra.spec.whatwg.org/#strings">Infra</a>
 */
final class Infra {
  private static final CharMatcher ASCII_WHITESPACE = CharMatcher.anyOf("\t\n\f\r ");
  private static final Splitter AT_ASCII_WHITESPACE =
      Splitter.on(ASCII_WHITESPACE).omitEmptyStrings();

  private Infra() {}

  /**
   * @see <a href="https://infra.spec.whatwg.org/#split-on-ascii-whitespace">Infra</a>
   */
  static Vector<String> splitOnAsciiWhitespace(String input) {
    return Vector.ofAll(AT_ASCII_WHITESPACE.split(input));
  }

  /**
   * @see <a href="https://infra.spec.whatwg.org/#strictly-split">Infra</a>
   */
  static Vector<String> strictlySplit(String input, char delimiter) {
    return Vector.ofAll(Splitter.on(delimiter).split(input));
  }

  /**
   * @see <a
   *     href="https://infra.spec.whatwg.org/#strip-leading-and-trailing-ascii-whitespace">Infra</a>
   */
  static String stripLeadingAndTrailingAsciiWhitespace(String input) {
    return ASCII_WHITESPACE.trimFrom(input);
  }
}
