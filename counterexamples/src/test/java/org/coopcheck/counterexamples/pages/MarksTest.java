package org.coopcheck.counterexamples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.ProjectFiles;

/** Section 11 of {@code docs/coverage.md} has every mark in the model, and no other. */
class MarksTest {
  private static final Pattern MARK = Pattern.compile("\\b(MODEL|SPEC|TODO): ");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+\\.java)` \\| ([A-Z, ]+) \\|.*");

  @Example
  void every_mark_in_the_model_has_its_row_in_the_coverage_page() throws IOException {
    assertThat(rows()).isEqualTo(marks()).hasSizeGreaterThan(20);
  }

  private static Vector<String> marks() throws IOException {
    var root = ProjectFiles.path("model/src/main/java/org/coopcheck/model");
    try (var files = Files.walk(root)) {
      return Vector.ofAll(files.toList())
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> marks(root, file))
          .sorted();
    }
  }

  private static Vector<String> marks(Path root, Path file) {
    try {
      return Vector.ofAll(MARK.matcher(Files.readString(file)).results().toList())
          .map(mark -> root.relativize(file) + " " + mark.group(1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Vector<String> rows() throws IOException {
    return Vector.ofAll(Files.readAllLines(ProjectFiles.path("docs/coverage.md")))
        .map(ROW::matcher)
        .filter(java.util.regex.Matcher::matches)
        .flatMap(
            row -> Vector.of(row.group(2).split(", ", -1)).map(mark -> row.group(1) + " " + mark))
        .sorted();
  }
}
