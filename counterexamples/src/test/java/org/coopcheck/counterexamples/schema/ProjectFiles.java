package org.coopcheck.counterexamples.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this project, wherever in it a test is run. */
public final class ProjectFiles {
  private ProjectFiles() {}

  /** The file with this path below the root of the project. */
  public static Path path(String below) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docs/schema"))) {
      if (folder.getParent() == null) throw new IllegalStateException("no docs/schema above");
      folder = folder.getParent();
    }
    return folder.resolve(below);
  }

  /** What is in the file. */
  public static String text(String below) {
    try {
      return Files.readString(path(below));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
