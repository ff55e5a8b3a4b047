package org.coopcheck.counterexamples.report.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.coopcheck.counterexamples.report.html.StoryHtml;
import org.coopcheck.counterexamples.report.itf.StoryItf;
import org.coopcheck.counterexamples.report.json.ResultJson;
import org.coopcheck.counterexamples.report.markdown.StoryMarkdown;
import org.coopcheck.counterexamples.report.mermaid.StoryMermaid;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;

/** The formats in which a story can be told, each in a file of its own. */
public enum Format {
  /** A page that needs no other file. */
  HTML("html", drawn -> StoryHtml.of(drawn.story(), drawn.storyboard().get())),
  /** All pictures as one. */
  SVG("svg", drawn -> drawn.storyboard().get().standalone()),
  /** Text for an issue tracker. */
  MARKDOWN("md", drawn -> StoryMarkdown.of(drawn.story())),
  /** All steps as one flowchart. */
  MERMAID("mmd", drawn -> StoryMermaid.of(drawn.story())),
  /** The scenario. */
  YAML("yaml", drawn -> ScenarioFiles.write(drawn.story().scenario())),
  /** What {@code run --json} prints of it. */
  JSON("json", drawn -> JsonText.of(results(drawn.story()))),
  /** A trace for viewers of Apalache and Quint. */
  ITF("itf.json", drawn -> JsonText.of(StoryItf.of(drawn.story())));

  private final String ending;
  private final Function1<Drawn, String> writer;

  Format(String ending, Function1<Drawn, String> writer) {
    this.ending = ending;
    this.writer = writer;
  }

  private static JsonNode results(Story story) {
    var results = story.tellings().map(telling -> ResultJson.of(story.scenario(), telling.run()));
    return JsonNodeFactory.instance.arrayNode().addAll(results.asJava());
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that has this word. */
  public static Option<Format> fromWord(String word) {
    return Vector.of(values()).find(format -> format.word().equals(word));
  }

  /** The story in this format. */
  ReportFile of(Drawn drawn) {
    return new ReportFile(pathOf(drawn.story()), writer.apply(drawn));
  }

  /** Where the story stands in this format. */
  public Vector<String> pathOf(Story story) {
    return story.path().init().append(story.path().last() + "." + ending);
  }
}
