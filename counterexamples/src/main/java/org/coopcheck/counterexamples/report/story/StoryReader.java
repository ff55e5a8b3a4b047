package org.coopcheck.counterexamples.report.story;

import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.regex.Pattern;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.scenario.Problem;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.variant.Variants;

/** Reads stories from scenario files, and from the JSON that earlier commands printed. */
public final class StoryReader {
  private static final Pattern FOLDERS_AND_ENDING = Pattern.compile(".*[/\\\\]|[.][A-Za-z]+$");

  private StoryReader() {}

  /**
   * @param fileName the name of the file
   * @param text what is in it
   * @return what there is to tell, or what is wrong with the file
   */
  public static Either<Vector<String>, Vector<Entry>> read(String fileName, String text) {
    return ScenarioFiles.read(fileName, text)
        .toEither()
        .bimap(
            problems -> problems.map(Problem::toString), files -> files.map(StoryReader::scenario));
  }

  private static Entry scenario(ScenarioFile file) {
    String stem = FOLDERS_AND_ENDING.matcher(file.fileName()).replaceAll("");
    return Stories.scenario(
        Vector.of(file.isOneOfManyLines() ? stem + "-" + file.line() : stem),
        file.scenario(),
        Variants.parse(file.scenario().variant().getOrElse("html")).get());
  }
}
