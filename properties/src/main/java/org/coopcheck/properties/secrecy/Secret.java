package org.coopcheck.properties.secrecy;

/** What an origin cannot know. */
public enum Secret {
  /** The path of a document that is cross-origin with it. */
  PATH("the path of a cross-origin document"),
  /** Whether a cross-origin frame in its page has opened a window. */
  FRAMES_POPUP("whether a cross-origin frame in its page has opened a window"),
  /** Where a window that shows a cross-origin document went next. */
  NEXT_PAGE("where a cross-origin popup went next");

  private final String meaning;

  Secret(String meaning) {
    this.meaning = meaning;
  }

  /** What it is, in words. */
  public String meaning() {
    return meaning;
  }
}
