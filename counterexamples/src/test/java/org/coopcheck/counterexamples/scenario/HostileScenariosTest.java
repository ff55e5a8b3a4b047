package org.coopcheck.counterexamples.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.coopcheck.counterexamples.schema.ProjectFiles;
import org.coopcheck.counterexamples.schema.Schemas;

class HostileScenariosTest {
  private static final String ROWS =
      "counterexamples/src/main/resources/conformance/wpt/coi-permission.jsonl";

  @Property(seed = "42", tries = 500, edgeCases = EdgeCasesMode.NONE)
  void no_text_makes_the_reader_crash_or_take_half_of_it(@ForAll("texts") String text) {
    readsWholeOrNotAtAll("hostile.yaml", text);
    readsWholeOrNotAtAll("hostile.jsonl", text);
  }

  @Property(seed = "43", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void no_value_of_a_member_makes_the_reader_crash(@ForAll("texts") String text) {
    readsWholeOrNotAtAll("hostile.yaml", "coopcheck: 1\nsteps: []\ntitle: " + text);
    readsWholeOrNotAtAll(
        "hostile.yaml",
        "coopcheck: 1\nsteps:\n  - {tab: a, url: 'https://a.example/'}\n  - " + text);
    readsWholeOrNotAtAll("hostile.yaml", "{\"coopcheck\": 1, \"steps\": [" + text + "]}");
    readsWholeOrNotAtAll(
        "hostile.yaml", "coopcheck: 1\nsteps: []\nresponses:\n  https://a.example/: " + text);
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileTexts.texts();
  }

  /** Either problems, each with a line of the file, or scenarios that can be used. */
  private static void readsWholeOrNotAtAll(String fileName, String text) {
    var read = ScenarioFiles.read(fileName, text);
    if (read.isInvalid()) {
      int lines = (int) text.lines().count() + 1;
      assertThat(read.getError()).isNotEmpty();
      assertThat(read.getError())
          .allMatch(problem -> 1 <= problem.line() && problem.line() <= lines)
          .allMatch(problem -> problem.toString().lines().count() == 1);
    } else {
      assertThat(read.get())
          .allSatisfy(
              file ->
                  assertThat(Texts.scenario(ScenarioFiles.write(file.scenario())))
                      .isEqualTo(file.scenario()));
    }
  }

  /** The property would say little if it were only ever about one of the two. */
  private static void bothHappen(String label, boolean happens) {
    Statistics.label(label)
        .collect(happens)
        .coverage(
            coverage -> {
              coverage.check(true).percentage(percentage -> percentage > 3);
              coverage.check(false).percentage(percentage -> percentage > 3);
            });
  }

  @Property(seed = "47", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void what_is_read_is_a_scenario_as_the_published_schema_says(@ForAll("mutilated") String text) {
    if (ScenarioFiles.read("mutilated.yaml", text).isInvalid()) return;
    var value = YamlReader.read(text, 0, new Problems("mutilated.yaml", "a scenario")).get();
    assertThat(Schemas.problems("scenario", value.toJson())).isEmpty();
  }

  @StatisticsReport(onFailureOnly = true)
  @Property(seed = "44", tries = 500, edgeCases = EdgeCasesMode.NONE)
  void a_valid_file_that_is_mutilated_is_told_so_or_still_means_something(
      @ForAll("mutilated") String text) {
    readsWholeOrNotAtAll("mutilated.jsonl", text);
    readsWholeOrNotAtAll("mutilated.yaml", text);
    bothHappen("read", ScenarioFiles.read("mutilated.yaml", text).isValid());
  }

  @StatisticsReport(onFailureOnly = true)
  @Property(seed = "45", tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void a_yaml_file_that_is_mutilated_is_told_so_or_still_means_something(
      @ForAll("mutilatedYaml") String text) {
    readsWholeOrNotAtAll("mutilated.yaml", text);
    bothHappen("read", ScenarioFiles.read("mutilated.yaml", text).isValid());
  }

  @Provide
  Arbitrary<String> mutilated() {
    return Arbitraries.of(rows()).flatMap(HostileScenariosTest::mutilations);
  }

  @Provide
  Arbitrary<String> mutilatedYaml() {
    return Arbitraries.of(rows())
        .map(row -> ScenarioFiles.write(Texts.scenario(row)))
        .flatMap(HostileScenariosTest::mutilations);
  }

  private static List<String> rows() {
    return ProjectFiles.text(ROWS).lines().toList();
  }

  /** Some of the text is left out, doubled, or written over. */
  private static Arbitrary<String> mutilations(String text) {
    var places = Arbitraries.integers().between(0, text.length());
    return Combinators.combine(places, places, HostileTexts.texts(), Arbitraries.of(0, 1, 2))
        .as(
            (one, other, noise, kind) -> {
              int from = Math.min(one, other);
              int to = Math.max(one, other);
              return switch (kind) {
                case 0 -> text.substring(0, from) + text.substring(to);
                case 1 -> text.substring(0, to) + text.substring(from);
                default -> text.substring(0, from) + noise + text.substring(from);
              };
            });
  }

  private static final Vector<String> FIELDS =
      Vector.of(
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Opener-Policy-Report-Only",
          "Cross-Origin-Embedder-Policy",
          "Cross-Origin-Embedder-Policy-Report-Only",
          "Content-Security-Policy",
          "Permissions-Policy",
          "Cross-Origin-Resource-Policy",
          "Origin-Agent-Cluster",
          "Referrer-Policy",
          "Reporting-Endpoints",
          "Report-To",
          "Location");

  @Property(seed = "46", tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void no_header_makes_a_run_crash(
      @ForAll("fieldValues") String value,
      @ForAll("fieldValues") String other,
      @ForAll @IntRange(max = 11) int longest) {
    String headers =
        FIELDS
            .map(
                name ->
                    json(name)
                        + ": ["
                        + json(name.equals(FIELDS.get(longest)) ? value : beginning(value))
                        + ", "
                        + json(beginning(other))
                        + "]")
            .mkString("{", ", ", "}");
    String text =
        """
        {"coopcheck": 1,
         "responses": {"https://a.example/": {"headers": %s},
                       "https://a.example/hop": {"status": 302, "headers": %s}},
         "steps": [{"tab": "a", "url": "https://a.example/"},
                   {"iframe": "f", "in": "a", "url": "https://a.example/",
                    "allow": %s, "sandbox": %s},
                   {"open": "p", "by": "a", "url": "https://a.example/hop", "target": %s}]}
        """
            .formatted(headers, headers, json(value), json(other), json(value));
    assertThat(Texts.run(Texts.scenario(text)).steps()).hasSize(3);
  }

  /** Without what no field value can have in it. */
  @Provide
  Arbitrary<String> fieldValues() {
    return HostileTexts.texts()
        .map(text -> text.replace('\n', ' ').replace('\0', ' ').replaceAll("\\p{Cs}", ""));
  }

  private static String beginning(String text) {
    return text.codePoints()
        .limit(100)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String json(String text) {
    return TextNode.valueOf(text).toString();
  }

  @Example
  void no_input_of_64_kibibytes_takes_the_reader_more_than_a_minute() throws Exception {
    var units =
        Vector.of(
            "[",
            "{",
            "- ",
            "? ",
            "a: ",
            "{a: ",
            "[{",
            "\"",
            "'",
            "&a ",
            "*a ",
            "!",
            "#",
            "\n",
            "a\n",
            "a: b\n",
            "- a\n",
            "- {opne: x}\n",
            "  - {reload: x}\n",
            "- - ",
            ",",
            "a,",
            "{}, ",
            "\\\"",
            "\t",
            "|\n",
            "%A\n",
            "---\n",
            "{\"coopcheck\":1,\"steps\":[]}\n");
    var openings =
        Vector.of("", "coopcheck: 1\nsteps:\n", "{\"coopcheck\": 1, \"steps\": [", "x: \"");
    for (var opening : openings) {
      for (var unit : units) {
        String text =
            opening + unit.repeat((HostileTexts.KIB_64 - opening.length()) / unit.length());
        var reading =
            CompletableFuture.runAsync(
                () -> {
                  readsWholeOrNotAtAll("long.yaml", text);
                  readsWholeOrNotAtAll("long.jsonl", text);
                });
        reading.get(1, TimeUnit.MINUTES);
      }
    }
  }

  @Example
  void thousands_of_labels_and_misspelled_ones_take_no_more_than_a_minute() throws Exception {
    var text = new StringBuilder("coopcheck: 1\nsteps:\n");
    for (int i = 0; text.length() < HostileTexts.KIB_64; i++) {
      text.append("- {tab: a%d, url: 'http://a/'}\n- {reload: b%d}\n".formatted(i, i));
    }
    var reading = CompletableFuture.supplyAsync(() -> Texts.problems("f", text.toString()));
    assertThat(reading.get(1, TimeUnit.MINUTES)).hasSizeGreaterThan(1000);
  }
}
