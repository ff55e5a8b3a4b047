package org.coopcheck.counterexamples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.coopcheck.counterexamples.schema.ProjectFiles;

class ReportCommandTest {
  private static final String BYPASS =
      ProjectFiles.path("docs/findings/naive-permission-bypass.yaml").toString();

  private Path out = Path.of("");

  @BeforeTry
  void makeADirectory() throws IOException {
    out = Files.createTempDirectory("coopcheck-report");
  }

  @AfterTry
  void removeIt() throws IOException {
    MoreFiles.deleteRecursively(out, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  @Example
  void a_scenario_file_becomes_all_reports_and_an_index() {
    var run = CommandRun.of("report", "--out", out.toString(), BYPASS);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("9 files, " + out.resolve("index.html") + "\n");
    assertThat(names(out))
        .containsExactly(
            "index.html",
            "junit.xml",
            "naive-permission-bypass.html",
            "naive-permission-bypass.itf.json",
            "naive-permission-bypass.json",
            "naive-permission-bypass.md",
            "naive-permission-bypass.mmd",
            "naive-permission-bypass.svg",
            "naive-permission-bypass.yaml");
  }

  @Example
  void only_the_formats_that_are_asked_for_are_written() {
    CommandRun.of("report", "--format", "svg,yaml", "--out", out.toString(), BYPASS);
    assertThat(names(out))
        .containsExactly(
            "index.html",
            "junit.xml",
            "naive-permission-bypass.svg",
            "naive-permission-bypass.yaml");
  }

  @Example
  void the_invariant_that_is_asked_for_is_what_the_page_is_about() {
    CommandRun.of(
        "report", "--invariant", "permission-is-not-bypassed", "--out", out.toString(), BYPASS);
    assertThat(text(out.resolve("naive-permission-bypass.html")))
        .contains("(permission-is-not-bypassed)")
        .doesNotContain("Also violated");
  }

  @Data
  Iterable<Tuple2<String, String>> printed() {
    return Table.of( // command line, a page that its JSON leads to
        Tuple.of(
            "check html+naive --invariant permission-is-not-bypassed --json",
            "html+naive/permission-is-not-bypassed.html"),
        Tuple.of("claims C35 --json", "claims/C35-1.html"),
        Tuple.of(
            "diff html html+naive --steps 3 --max-findings 1 --json",
            "diff/html/html+naive/1-creating-a-new-browsing-context.html"));
  }

  @Property
  @FromData("printed")
  void what_an_earlier_command_printed_becomes_the_same_reports(
      @ForAll String command, @ForAll String page) {
    var printed = CommandRun.of(command.split(" ", -1)).out();
    var run = CommandRun.withInput(printed, "report", "-", "--out", out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(names(out)).contains(page);
  }

  @Example
  void a_counterexample_that_shows_nothing_is_refused() {
    String printed =
        CommandRun.of("check", "html+naive", "--invariant", "permission-is-not-bypassed", "--json")
            .out()
            .replace("\"variant\": \"html+naive\"", "\"variant\": \"html\"");
    var run = CommandRun.withInput(printed, "report", "-", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "standard input: item 1: the scenario does not violate permission-is-not-bypassed\n");
  }

  @Data
  Iterable<Tuple2<String, String>> notToBeUsed() {
    return Table.of( // input, complaint
        Tuple.of("[", "standard input: is neither a scenario nor JSON: "),
        Tuple.of("[1, {}]", "standard input: item 1: is no verdict, no claim and no difference"),
        Tuple.of("[{\"expected\": 1, \"id\": \"C0\"}]", "item 1: \"C0\" is no claim"),
        Tuple.of(
            "[{\"cause\": \"\", \"scenario\": {\"coopcheck\": 1, \"steps\": []}}]",
            "item 1: \"\" is no variant"),
        Tuple.of(
            "[{\"invariant\": \"x\", \"counterexample\": {}}]", "item 1: \"x\" is no invariant"),
        Tuple.of("coopcheck: 2", "standard input:1: "));
  }

  @Property
  @FromData("notToBeUsed")
  void what_cannot_be_told_is_complained_of(@ForAll String input, @ForAll String complaint) {
    var run = CommandRun.withInput(input, "report", "-", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(complaint).doesNotContain("Exception");
    assertThat(names(out)).isEmpty();
  }

  @Example
  void an_unknown_format_is_complained_of() {
    var run = CommandRun.of("report", "--format", "htm", BYPASS);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean \"html\"?");
  }

  private static Vector<String> names(Path folder) {
    try (var files = Files.walk(folder)) {
      return Vector.ofAll(files.filter(Files::isRegularFile))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
