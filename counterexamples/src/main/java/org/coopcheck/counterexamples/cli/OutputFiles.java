package org.coopcheck.counterexamples.cli;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Where a command that searches writes the scenarios that it finds. */
final class OutputFiles {
  @CommandLine.Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where the scenarios that are found are written to. Default: out.")
  private String out = "out";

  /** What is wrong with the directory, if anything is. */
  Option<String> problem() {
    try {
      var path = Path.of(out);
      return Option.when(
          Files.exists(path) && !Files.isDirectory(path),
          () -> "--out: " + out + " is there and is no directory");
    } catch (InvalidPathException e) {
      return Option.some("--out: " + e.getMessage());
    }
  }

  Path directory() {
    return Path.of(out);
  }

  /** Whether another text was there. */
  static boolean write(Path file, String text) {
    try {
      boolean isOther =
          Files.exists(file) && !Files.readString(file, StandardCharsets.UTF_8).equals(text);
      Files.createDirectories(Option.of(file.getParent()).getOrElse(Path.of(".")));
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return isOther;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
