package org.coopcheck.counterexamples.report.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.regex.Pattern;
import org.coopcheck.counterexamples.report.story.Book.Entry;
import org.coopcheck.counterexamples.scenario.Problem;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.invariant.Invariant;

/** Reads stories from scenario files, and from the JSON that earlier commands printed. */
public final class StoryReader {
  private static final Pattern FOLDERS_AND_ENDING = Pattern.compile("^.*[/\\\\]|[.][A-Za-z]+$");
  private static final Pattern NOT_FOR_FILE_NAMES = Pattern.compile("[^A-Za-z0-9._,=+-]|^[.]+");
  private static final int LONGEST_STEM = 100;

  private StoryReader() {}

  /**
   * @param fileName the name of the file
   * @param text what is in it
   * @param wanted the invariants that count in scenarios; empty for all
   * @return what there is to tell, or what is wrong with the file
   */
  public static Either<Vector<String>, Vector<Entry>> read(
      String fileName, String text, Vector<Invariant> wanted) {
    return text.stripLeading().startsWith("[")
        ? json(text)
            .mapLeft(problem -> Vector.of(fileName + ": " + problem))
            .flatMap(list -> new PrintedStories(fileName).read(list))
        : scenarios(fileName, text, wanted);
  }

  private static Either<String, JsonNode> json(String text) {
    try {
      return Either.right(new JsonMapper().readTree(text));
    } catch (JsonProcessingException e) {
      return Either.left("is neither a scenario nor JSON: " + e.getOriginalMessage());
    }
  }

  private static Either<Vector<String>, Vector<Entry>> scenarios(
      String fileName, String text, Vector<Invariant> wanted) {
    return ScenarioFiles.read(fileName, text)
        .toEither()
        .bimap(
            problems -> problems.map(Problem::toString),
            files -> files.map(file -> scenario(file, wanted)));
  }

  private static Entry scenario(ScenarioFile file, Vector<Invariant> wanted) {
    String stem = stem(file.fileName());
    return Stories.scenario(
        Vector.of(file.isOneOfManyLines() ? stem + "-" + file.line() : stem),
        file.scenario(),
        // The file was read, so the name means something.
        Variants.parse(file.scenario().variant().getOrElse("html")).get(),
        wanted);
  }

  /** The name of a file as part of another. */
  static String stem(String fileName) {
    String stem = FOLDERS_AND_ENDING.matcher(fileName).replaceAll("");
    String harmless = NOT_FOR_FILE_NAMES.matcher(stem).replaceAll("_");
    return harmless.isEmpty()
        ? "scenario"
        : harmless.substring(0, Math.min(LONGEST_STEM, harmless.length()));
  }
}
