package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.coopcheck.counterexamples.report.files.ReportFile;
import org.coopcheck.counterexamples.report.text.Line;
import org.coopcheck.counterexamples.report.text.Tone;
import picocli.CommandLine;

/** The option of every command that searches: where its reports are written to. */
final class OutDirectory {
  @CommandLine.Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where reports are written to. Default: out.")
  private String out = "out";

  /**
   * @param file the path of the file
   * @param isReplaced whether another one was there
   */
  record Written(String file, boolean isReplaced) {

    /** What has to be said of it. */
    Vector<Line> remark() {
      return isReplaced
          ? Vector.of(Line.of(Tone.DOUBTFUL, "replaced").with(": " + file + " was another one"))
          : Vector.empty();
    }
  }

  /** Why nothing can be written there. */
  Vector<String> problems() {
    try {
      var directory = Path.of(out);
      return Files.exists(directory) && !Files.isDirectory(directory)
          ? Vector.of("--out: " + out + " is there and is no directory")
          : Vector.empty();
    } catch (InvalidPathException e) {
      return Vector.of("--out: " + e.getMessage());
    }
  }

  Written write(ReportFile report) {
    return write(report.path(), report.text());
  }

  /** The path of a file, as users would write it. */
  String path(Vector<String> names) {
    return names.foldLeft(Path.of(out), Path::resolve).toString();
  }

  private Written write(Vector<String> names, String text) {
    var file = names.foldLeft(Path.of(out), Path::resolve);
    try {
      boolean isReplaced =
          Files.exists(file) && !Files.readString(file, StandardCharsets.UTF_8).equals(text);
      Files.createDirectories(Option.of(file.getParent()).getOrElse(Path.of(".")));
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return new Written(file.toString(), isReplaced);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
