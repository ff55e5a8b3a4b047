package org.coopcheck.counterexamples.report.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Validation;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Data;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple1;
import org.coopcheck.counterexamples.report.story.Book;
import org.coopcheck.counterexamples.report.story.Stories;
import org.coopcheck.counterexamples.scenario.HostileTexts;
import org.coopcheck.counterexamples.scenario.Problem;
import org.coopcheck.counterexamples.scenario.ScenarioFile;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.schema.Schemas;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.HtmlStandard;

/** Whatever strangers write, in every format it is text. */
class HostileStoriesTest {
  private static final String ALERT = "<script>alert(1)</script>";

  @Data
  Iterable<Tuple1<String>> knownTricks() {
    return Table.of(
        Tuple.of(ALERT),
        Tuple.of("\"'><img src=x onerror=alert(1)>"),
        Tuple.of("</title></style></svg></pre>" + ALERT),
        Tuple.of("]]>--><!-- <![CDATA["),
        Tuple.of("&lt;b&gt;&amp;&#x26;"),
        Tuple.of("```\n~~~\n# h\n[a](javascript:alert(1)) @everyone #1 https://evil.example"),
        Tuple.of("\"]\n  end\nclick w1 \"javascript:alert(1)\""),
        Tuple.of("\u202e\u2066abc\u2069 \u200f\u200b\ufeff"),
        Tuple.of("\0\1\b\f\u001b[31m\u007f\u0085\u2028\u2029"),
        Tuple.of("\uffff\ufffe\ufdd0"),
        Tuple.of("\u0301 begins with a mark that joins what is before it"),
        Tuple.of("\u05d0\u05d1 \u0627\u0628 \ud83d\ude00 e\u0301"),
        Tuple.of("x".repeat(65_536)),
        Tuple.of("<b>".repeat(20_000)));
  }

  @Property
  @FromData("knownTricks")
  void known_tricks_are_text_in_every_format(@ForAll String trick) {
    isTextEverywhere(trick);
  }

  @Property(seed = "42", tries = 25, edgeCases = EdgeCasesMode.NONE)
  void any_text_is_text_in_every_format(@ForAll("texts") String text) {
    isTextEverywhere(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileTexts.texts().filter(text -> read(text).isValid());
  }

  @Example
  void halves_of_surrogate_pairs_are_spelled_out_though_no_scenario_file_may_have_them() {
    isTextEverywhere(scenario("x").withTitle("\ud800 and \udc00"));
  }

  private static void isTextEverywhere(String text) {
    isTextEverywhere(scenario(text));
  }

  private static void isTextEverywhere(Scenario scenario) {
    var book = book(scenario);
    var files = ReportFiles.of(book, ReportFiles.ALL);
    assertThat(files)
        .as("each can be written as UTF-8")
        .allMatch(file -> StandardCharsets.UTF_8.newEncoder().canEncode(file.text()));
    for (var file : files) {
      String name = file.path().last();
      if (name.endsWith(".html")) {
        assertThat(Wellformed.errorsOfHtml(file.text())).isEmpty();
        assertThat(file.text()).doesNotContain("<script", "<img");
        assertThat(Wellformed.references(file.text()))
            .allMatch(link -> link.matches("(https://[a-z.]+/|\\./)\\S*"))
            .noneMatch(link -> link.contains("evil.example"));
        hidesNothing(file.text());
      }
      if (name.endsWith(".svg") || name.endsWith(".xml")) {
        var root = Wellformed.xml(file.text()).getDocumentElement();
        assertThat(root.getElementsByTagName("script").getLength()).isZero();
        hidesNothing(file.text());
      }
      if (name.endsWith(".itf.json")) {
        assertThat(Wellformed.problemsOfItf(file.text())).isEmpty();
      } else if (name.endsWith(".json")) {
        assertThat(Schemas.problems("result", Wellformed.json(file.text()))).isEmpty();
      }
      if (name.endsWith(".mmd")) {
        assertThat(Wellformed.problemsOfMermaid(file.text())).isEmpty();
      }
      if (name.endsWith(".md")) {
        hidesNothing(file.text());
        assertThat(outsideOfBlocks(file.text()))
            .doesNotContain("<script", "<img", "@everyone", "https://evil")
            .doesNotContainPattern("(?<!\\\\)\\]\\(javascript");
      }
    }
  }

  /** No mark is left that hides or reorders what follows it. */
  private static void hidesNothing(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n' && isHidden(c)).count()).isZero();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  private static String outsideOfBlocks(String markdown) {
    return markdown.replaceAll("(?ms)^(`{3,})[a-z]*$.*?^\\1$", "");
  }

  private static Book book(Scenario scenario) {
    return new Book(
        scenario.title(),
        Vector.of(
            Stories.scenario(Vector.of("x"), scenario, HtmlStandard.VARIANT, Vector.empty())));
  }

  private static Scenario scenario(String text) {
    return read(text).get().head().scenario();
  }

  /** A scenario with the text wherever a scenario may have any, unless it is too long. */
  private static Validation<Vector<Problem>, Vector<ScenarioFile>> read(String text) {
    // No header field has these in its value, and no scenario file says so.
    String value = text.replaceAll("[\\n\\r\\x00]", " ");
    var json = JsonNodeFactory.instance.objectNode().put("coopcheck", 1).put("title", text);
    json.putObject("responses")
        .putObject("https://a.example/")
        .putObject("headers")
        .put("Cross-Origin-Opener-Policy", "same-origin; report-to=\"" + value + "\"")
        .put("X", value);
    var steps = json.putArray("steps");
    steps.addObject().put("tab", "page").put("url", "https://a.example/");
    steps.addObject().put("iframe", "f").put("in", "page").put("sandbox", text).put("allow", text);
    steps.addObject().put("open", "popup").put("by", "page").put("target", text);
    steps.addObject().put("set-name", "popup").put("name", text);
    steps.addObject().put("access", "popup").put("by", "page").put("property", text);
    // A report goes to the endpoint of that name, which nothing declares.
    steps.addObject().put("open", "told").put("by", "page").put("url", "https://a.example/told");
    return ScenarioFiles.read("x.json", json.toString());
  }
}
