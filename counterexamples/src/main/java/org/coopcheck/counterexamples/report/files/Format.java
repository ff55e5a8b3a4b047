package org.coopcheck.counterexamples.report.files;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.report.html.StoryHtml;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.storyboard.Storyboard;
import org.coopcheck.counterexamples.report.storyboard.Storyboard.Shape;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;

/** The formats in which a story can be told, each in a file of its own. */
public enum Format {
  HTML("html", StoryHtml::of),
  SVG("svg", story -> Storyboard.of(story, Shape.WIDE).standalone()),
  YAML("yaml", story -> ScenarioFiles.write(story.scenario()));

  private final String ending;
  private final Function1<Story, String> writer;

  Format(String ending, Function1<Story, String> writer) {
    this.ending = ending;
    this.writer = writer;
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The format that has this word. */
  public static Option<Format> fromWord(String word) {
    return Vector.of(values()).find(format -> format.word().equals(word));
  }

  /** The story in this format. */
  ReportFile of(Story story) {
    return new ReportFile(pathOf(story), writer.apply(story));
  }

  /** Where the story stands in this format. */
  Vector<String> pathOf(Story story) {
    return story.path().init().append(story.path().last() + "." + ending);
  }
}
