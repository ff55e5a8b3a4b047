package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;

/** Searches in a process of their own that is killed, so that it cannot do anything more. */
class KilledCheckTest {
  private static final String CORE = "bench core --windows 4 --json";

  /** Several searches side by side, with and without violations. */
  private static final String CHECK =
      "check html --invariant B1 --invariant B2 --invariant B7 --steps 3 --json";

  @Example
  void the_core_world_resumed_after_kills_is_counted_as_if_undisturbed() throws Exception {
    resumedAfterKillsIsAsUndisturbed(CORE, new Random(1));
  }

  @Example
  void verdicts_resumed_after_kills_are_those_of_an_undisturbed_check() throws Exception {
    resumedAfterKillsIsAsUndisturbed(CHECK, new Random(2));
  }

  private static void resumedAfterKillsIsAsUndisturbed(String command, Random random)
      throws Exception {
    var directory = Files.createTempDirectory("coopcheck-killed");
    var undisturbed = directory.resolve("undisturbed");
    var disturbed = directory.resolve("disturbed");
    var expected = json(whole(command, "--checkpoint", undisturbed));
    long size = size(undisturbed);
    assertThat(size).isPositive();
    int kills = 0;
    String option = "--checkpoint";
    while (killed(command, option, disturbed, 1 + random.nextLong(size / 2))) {
      option = "--resume";
      kills++;
    }
    assertThat(kills).isPositive();
    assertThat(size(disturbed)).isPositive();
    assertThat(json(whole(command, "--resume", disturbed))).isEqualTo(expected);
    MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  /** Kills a process when it has written so many bytes; says whether it was alive until then. */
  private static boolean killed(String command, String option, Path directory, long more)
      throws Exception {
    var process = started(command, option, directory);
    try {
      long before = size(directory);
      while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
        if (size(directory) - before >= more) return true;
      }
      return false;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static String whole(String command, String option, Path directory) throws Exception {
    var process = started(command, option, directory);
    try (var out = Files.newInputStream(directory.resolveSibling("out"))) {
      assertThat(process.waitFor()).isIn(0, 1);
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process started(String command, String option, Path directory) throws IOException {
    return new ProcessBuilder(
            Vector.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName())
                .appendAll(Vector.of(command.split(" ", -1)))
                .append(option)
                .append(directory.toString())
                .asJava())
        .redirectOutput(directory.resolveSibling("out").toFile())
        .redirectError(directory.resolveSibling("err").toFile())
        .start();
  }

  private static long size(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) return 0;
    try (var files = Files.list(directory)) {
      long size = 0;
      for (Path file : files.toList()) size += Files.size(file);
      return size;
    }
  }

  /** The verdicts and counts, without what it took. */
  private static JsonNode json(String out) throws IOException {
    var json = new ObjectMapper().readTree(out);
    for (JsonNode each : json.findParents("seconds")) {
      ((ObjectNode) each).remove(List.of("seconds", "visitedBytes", "bytesPerState"));
    }
    return json;
  }
}
