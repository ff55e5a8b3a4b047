package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.coopcheck.counterexamples.engine.CheckpointProblem;
import org.coopcheck.counterexamples.engine.SearchLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of commands whose searches may take long: where they write down how far they are. */
final class CheckpointOptions {
  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @CommandLine.Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description = {
        "Write down in a new directory how far the searches are, so that they can be resumed"
            + " whatever ends them."
      })
  private Optional<String> begun = Optional.empty();

  @CommandLine.Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Go on with the searches of such a directory, with the same command line but for limits and"
            + " workers. The verdicts and counts are those of an undisturbed run."
      })
  private Optional<String> resumed = Optional.empty();

  /** Whether searches are to be written down. */
  boolean isAsked() {
    return begun.isPresent() || resumed.isPresent();
  }

  /** Everything that is wrong with what was said. */
  Vector<String> problems() {
    if (begun.isPresent() && resumed.isPresent()) {
      return Vector.of("--checkpoint and --resume: a resumed search is written down anyway");
    }
    try {
      return problemsWithTheDirectory();
    } catch (InvalidPathException e) {
      return Vector.of("--checkpoint, --resume: " + e.getMessage());
    }
  }

  private Vector<String> problemsWithTheDirectory() {
    var problem =
        Option.ofOptional(begun)
            .filter(name -> isAnythingIn(Path.of(name)))
            .map(name -> "--checkpoint: %s is there already and not empty".formatted(name))
            .orElse(
                Option.ofOptional(resumed)
                    .filter(name -> !Files.isDirectory(Path.of(name)))
                    .map(name -> "--resume: there is no directory " + name));
    return problem.toVector();
  }

  private static boolean isAnythingIn(Path path) {
    if (!Files.isDirectory(path)) return Files.exists(path);
    try (var files = Files.list(path)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Opens one file for each search.
   *
   * @param questions what each of them answers, line by line
   * @return the files, in that order; none for each if nothing was said
   */
  Vector<Option<SearchLog>> logs(Vector<Vector<String>> questions) {
    if (!isAsked()) return questions.map(question -> Option.none());
    var directory = Path.of(begun.or(() -> resumed).get());
    Vector<SearchLog> open = Vector.empty();
    try {
      Files.createDirectories(directory);
      String build = "build: " + Build.digest();
      for (Vector<String> question : questions) {
        var file = directory.resolve("search-%03d.log".formatted(open.size() + 1));
        var whole = question.prepend(build);
        open =
            open.append(
                resumed.isPresent()
                    ? SearchLog.resumed(file, whole)
                    : SearchLog.begun(file, whole));
      }
      return open.map(Option::some);
    } catch (CheckpointProblem problem) {
      open.forEach(SearchLog::close);
      throw isBad(problem);
    } catch (IOException e) {
      throw new BadInput(
          Option.of(spec).get().commandLine(),
          Vector.of("--checkpoint: %s cannot be made: %s".formatted(directory, e.getMessage())));
    }
  }

  /** The same problem, as one of the command line. */
  BadInput isBad(CheckpointProblem problem) {
    return new BadInput(
        Option.of(spec).get().commandLine(),
        Vector.of((resumed.isPresent() ? "--resume: " : "--checkpoint: ") + problem.getMessage()));
  }
}
