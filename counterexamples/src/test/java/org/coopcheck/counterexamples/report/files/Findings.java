package org.coopcheck.counterexamples.report.files;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Story;
import org.coopcheck.counterexamples.report.story.StoryReader;
import org.coopcheck.counterexamples.schema.ProjectFiles;

/** The scenarios of {@code docs/findings} as stories, for tests. */
public final class Findings {
  private static final String ENDING = ".yaml";

  /** Their names. */
  public static final Vector<String> NAMES = names();

  private Findings() {}

  private static Vector<String> names() {
    try (var files = Files.list(ProjectFiles.path("docs/findings"))) {
      return Vector.ofAll(files.map(file -> file.getFileName().toString()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them. */
  public static Book book() {
    return new Book(
        "findings",
        NAMES.flatMap(name -> StoryReader.read(name + ENDING, text(name), Vector.empty()).get()));
  }

  /** The story of that name. */
  public static Story story(String name) {
    return of(name + ENDING, text(name));
  }

  /** The one story that is in a file. */
  public static Story of(String fileName, String text) {
    return StoryReader.read(fileName, text, Vector.empty()).get().single().story().get();
  }

  private static String text(String name) {
    return ProjectFiles.text("docs/findings/" + name + ENDING);
  }
}
