package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.scenario.NearestWord;

/** Sentences about words that mean nothing. */
final class Words {
  private static final int MOST = 20;

  private Words() {}

  /**
   * @param found the word
   * @param expected what should stand there, in words
   * @param legal the words that may stand there
   */
  static String unknown(String found, String expected, Vector<String> legal) {
    return "\"%s\" is not %s%s"
        .formatted(
            found,
            expected,
            NearestWord.to(found, legal)
                .map("; did you mean \"%s\"?"::formatted)
                .getOrElse(() -> legal.size() > MOST ? "" : "; there are " + legal.mkString(", ")));
  }
}
