package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Variants out of files, with every command that takes a variant. */
class VariantFileTest {
  private static final String NAME = "html,noopener-rule=off";
  private static Path directory = Path.of("target");

  @BeforeContainer
  static void write() throws IOException {
    directory = Files.createTempDirectory("coopcheck-variant-file");
    Files.writeString(
        file(), "{coopcheck: 1, title: Mine, base: html, choices: {noopener-rule: off}}");
  }

  @AfterContainer
  static void delete() throws IOException {
    MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  private static Path file() {
    return directory.resolve("mine.yaml");
  }

  private static CommandRun withFile(String... words) {
    return CommandRun.of(
        Vector.of(words)
            .appendAll(Vector.of("--variant-file", file().toString()))
            .toJavaArray(String[]::new));
  }

  private static String out() {
    return directory.resolve("out").toString();
  }

  @Example
  void check_finds_what_it_finds_under_the_long_name() {
    String[] words = {"check", "--invariant", "permission-is-not-bypassed", "--out", out()};
    var run = withFile(words);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith(NAME + ";").contains("\n  Mine\n");
    // What was found can be run again without the file.
    var found = Path.of(out(), NAME, "permission-is-not-bypassed.yaml");
    var again = CommandRun.of("run", found.toString(), "--invariant", "permission-is-not-bypassed");
    assertThat(again.exitCode()).isEqualTo(1);
  }

  @Example
  void diff_takes_one_variant_by_name_and_one_by_file() {
    String[] bound = {"--actions", "open,iframe", "--steps", "3", "--json", "--out", out()};
    var byFile =
        withFile(Vector.of(bound).prepend("html").prepend("diff").toJavaArray(String[]::new));
    var byName =
        CommandRun.of(
            Vector.of(bound)
                .prepend(NAME)
                .prepend("html")
                .prepend("diff")
                .toJavaArray(String[]::new));
    assertThat(byFile.exitCode()).isEqualTo(1);
    assertThat(byFile.json()).isEqualTo(byName.json());
  }

  @Example
  void diff_wants_two() {
    assertThat(withFile("diff").exitCode()).isEqualTo(2);
    assertThat(withFile("diff").err()).contains("two variants are compared, and here are 1");
    assertThat(withFile("diff", "html", "cpwpp").err()).contains("here are 3");
  }

  @Example
  void run_matrix_headers_and_variants_take_the_file_for_the_variant() {
    assertThat(withFile("variants").out()).startsWith(NAME + "\nMine\n");
    assertThat(withFile("matrix", "--json").json().get("variant").asText()).isEqualTo(NAME);
    var scenario = "../docs/findings/naive-permission-bypass.yaml";
    assertThat(withFile("run", scenario, "--json").json().get(0).get("variant").asText())
        .isEqualTo(NAME);
  }

  @Example
  void one_variant_is_enough() {
    var run = withFile("variants", "html");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("one variant is enough, and here are html and " + NAME);
  }

  @Example
  void what_is_wrong_with_the_file_is_told() throws IOException {
    var bad = Files.writeString(directory.resolve("bad.yaml"), "{coopcheck: 1, base: htm}");
    var run = CommandRun.of("matrix", "--variant-file", bad.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("bad.yaml:1: \"htm\" is not a variant; did you mean \"html\"?");
    var none = CommandRun.of("matrix", "--variant-file", directory.resolve("none.yaml").toString());
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("there is no such file");
  }
}
