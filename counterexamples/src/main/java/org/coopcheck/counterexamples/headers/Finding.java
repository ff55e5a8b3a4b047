package org.coopcheck.counterexamples.headers;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What one policy becomes.
 *
 * @param policy the policy, in words
 * @param header the header field it comes from
 * @param sent what the response has in that field, several lines joined; none if it has none
 * @param value what it becomes
 * @param notes why
 */
public record Finding(
    String policy, String header, Option<String> sent, String value, Vector<Note> notes) {

  Finding with(Note note) {
    return new Finding(policy, header, sent, value, notes.append(note));
  }

  Finding with(Vector<Note> more) {
    return new Finding(policy, header, sent, value, notes.appendAll(more));
  }

  /** Whether something was sent that has no effect, be it a parameter. */
  boolean hasSomethingIgnored() {
    return notes.exists(note -> note.kind() == Note.Kind.IGNORED);
  }
}
