package org.coopcheck.counterexamples.scenario;

import io.vavr.control.Option;

/**
 * Something in a file that cannot stand there.
 *
 * @param file the name of the file
 * @param line the line, from 1
 * @param found what stands there: in quotes if it is the file's own word, else described
 * @param expected what should stand there, in words
 * @param nearest the legal word that was probably meant
 */
public record Problem(
    String file, int line, String found, String expected, Option<String> nearest) {

  /** One line: {@code shop.yaml:14: "opne" is not an action; did you mean "open"?} */
  @Override
  public String toString() {
    String verb = found.startsWith("\"") ? " is not " : "; expected ";
    return file
        + ":"
        + line
        + ": "
        + found
        + verb
        + expected
        + nearest.map(word -> "; did you mean \"" + word + "\"?").getOrElse("");
  }
}
