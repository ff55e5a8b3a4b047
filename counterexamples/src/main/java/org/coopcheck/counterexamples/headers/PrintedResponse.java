package org.coopcheck.counterexamples.headers;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.http.HeaderField;
import org.coopcheck.model.http.HeaderList;

/**
 * A response as a tool printed it.
 *
 * @param status its status code; none if the text has no status line
 * @param fields its field lines
 * @param oddLines lines among them that are no header fields
 */
public record PrintedResponse(
    Option<Integer> status, Vector<HeaderField> fields, Vector<OddLine> oddLines) {

  /**
   * @param line its number in the text, from 1
   * @param text the line
   */
  public record OddLine(int line, String text) {}

  /** The field lines as a browser receives them. */
  public HeaderList headers() {
    return HeaderList.of(fields);
  }
}
