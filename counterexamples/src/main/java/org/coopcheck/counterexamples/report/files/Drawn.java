package org.coopcheck.counterexamples.report.files;

import io.vavr.Lazy;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.storyboard.Storyboard;
import org.coopcheck.counterexamples.report.storyboard.Storyboard.Shape;

/**
 * A story and its pictures, which are laid out once, and only if a format shows them.
 *
 * @param story the story
 * @param storyboard its pictures
 */
record Drawn(Story story, Lazy<Storyboard> storyboard) {
  static Drawn of(Story story) {
    return new Drawn(story, Lazy.of(() -> Storyboard.of(story, Shape.WIDE)));
  }
}
