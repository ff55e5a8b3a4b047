package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import org.coopcheck.counterexamples.schema.Schemas;

/**
 * A check in a process of its own that is told to end. The signal is the one of {@code kill}, since
 * a process that was started in the background may be deaf to Ctrl-C; the virtual machine does the
 * same on both.
 */
class InterruptedCheckTest {
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  /** The violation of B2 takes two steps; an answer on B1, far more than these tests wait for. */
  private static final Vector<String> LONG_SEARCH =
      Vector.of(
          ("check html --invariant B1 --invariant B2 --windows 3 --frames 0 --redirects 0"
                  + " --steps unbounded --time-limit 10m --progress")
              .split(" ", -1));

  /** Says that every run of two steps was looked at. */
  private static final Pattern TWO_STEPS_ARE_DONE = Pattern.compile("html: step [2-9]");

  @Example
  void what_was_found_is_printed_and_the_rest_is_undecided() throws Exception {
    var directory = Files.createTempDirectory("coopcheck-interrupted");
    var file = directory.resolve("html").resolve("same-origin-excludes-unsafe-none.yaml");
    var run = interrupted(LONG_SEARCH.append("--out").append(directory.toString()));
    assertThat(run.out())
        .containsPattern(
            "one-policy-in-a-group +undecided interrupted after [0-9,]+ worlds, within")
        .containsPattern("same-origin-excludes-unsafe-none +violated  in 2 steps")
        .contains("coopcheck run " + file)
        .endsWith(
            "\n0 holds, 1 violated, 0 vacuous, 1 undecided\nreports: %s\n"
                .formatted(directory.resolve("index.html")));
    assertThat(file).exists();
    assertThat(run.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(run.err()).doesNotContain("fault", "Exception", "\tat ");
    MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  @Example
  void the_json_is_whole() throws Exception {
    var run = interrupted(LONG_SEARCH.append("--json"));
    assertThat(Schemas.problems("check", run.json())).isEmpty();
    assertThat(run.json())
        .extracting(each -> each.get("verdict").asText(), each -> each.get("complete").asBoolean())
        .containsExactly(tuple("undecided", false), tuple("violated", false));
    assertThat(run.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
  }

  private static CommandRun interrupted(Vector<String> args) throws Exception {
    var process =
        new ProcessBuilder(
                Vector.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                    .appendAll(args)
                    .asJava())
            .start();
    try {
      String before = readUntil(TWO_STEPS_ARE_DONE, process.getErrorStream());
      process.toHandle().destroy(); // Process.destroy() would close its streams, too
      String out = text(process.getInputStream());
      String after = text(process.getErrorStream());
      return new CommandRun(process.waitFor(), out, before + after);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Ends with the stream, at the latest. */
  private static String readUntil(Pattern pattern, InputStream in) throws IOException {
    var read = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      read.append((char) next);
      if (pattern.matcher(read).find()) return read.toString();
    }
    throw new AssertionError("it ended by itself, saying: " + read);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
