package org.coopcheck.counterexamples.headers;

/**
 * Something to know about a policy.
 *
 * @param kind what kind of thing
 * @param text a sentence without a capital or a full stop
 */
public record Note(Kind kind, String text) {

  /** Why there is a note. */
  public enum Kind {
    /** The value follows from something else. */
    BECAUSE,
    /** Something was sent and has no effect. */
    IGNORED,
    /** It works as it is, but may not be what was meant. */
    HINT;

    /** The word before the text. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Note because(String text) {
    return new Note(Kind.BECAUSE, text);
  }

  static Note ignored(String text) {
    return new Note(Kind.IGNORED, text);
  }

  static Note hint(String text) {
    return new Note(Kind.HINT, text);
  }
}
