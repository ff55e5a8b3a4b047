package org.coopcheck.counterexamples.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import net.jqwik.api.Data;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Table;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple1;
import net.jqwik.api.Tuple.Tuple3;
import org.coopcheck.counterexamples.report.json.ResultJson;
import org.coopcheck.counterexamples.scenario.Texts;
import org.coopcheck.counterexamples.scenario.VariantFiles;

class FormatsTest {
  private static final String PAGE = ProjectFiles.text("docs/formats.md");

  @Data
  Iterable<Tuple1<String>> examples() {
    return Vector.ofAll(
            Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(PAGE).results())
        .map(match -> match.group(1))
        .reject(FormatsTest::isVariant)
        .map(Tuple::of);
  }

  private static boolean isVariant(String example) {
    return example.contains("\nbase:");
  }

  @Example
  void each_variant_on_the_page_is_one() {
    var examples =
        Vector.ofAll(Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(PAGE).results())
            .map(match -> match.group(1))
            .filter(FormatsTest::isVariant);
    assertThat(examples).isNotEmpty();
    assertThat(examples).allMatch(each -> VariantFiles.read("v.yaml", each).isValid());
  }

  @Property
  @FromData("examples")
  void each_scenario_on_the_page_is_one_and_ends_as_it_expects(@ForAll String example) {
    var file = Texts.file(example);
    var result = ResultJson.of(file, Texts.run(file.scenario()));
    assertThat(file.expect()).isNotEmpty();
    assertThat(result.get("expectations").toString()).isEqualTo("{\"met\":true,\"mismatches\":[]}");
    assertThat(Schemas.problems("result", JsonNodeFactory.instance.arrayNode().add(result)))
        .isEmpty();
  }

  @Example
  void the_page_shows_what_it_says_about_problems() {
    String file =
        """
        coopcheck: 1
        title: x
        responses:
          https://a.example/: {}
        steps:
          - {tab: shop, url: https://a.example/}
          - {opne: login, by: shop}
          - {reload: login}
          - {navigate: lgoin, url: /form}
        """;
    assertThat(PAGE)
        .contains("```\n" + Texts.problems("popup.yaml", file).mkString("\n") + "\n```");
  }

  @Example
  void the_page_names_every_member_of_a_result() {
    var file =
        Texts.file("coopcheck: 1\nsteps: [{tab: a, url: 'https://a.example/'}, {open: b, by: a}]");
    var names = Vector.ofAll(names(ResultJson.of(file, Texts.run(file.scenario()))));
    assertThat(names).hasSizeGreaterThan(40);
    assertThat(names.distinct().filter(name -> !PAGE.contains("`" + name + "`"))).isEmpty();
  }

  /** The names of members at every depth, but not what an author or a rule has named. */
  private static Vector<String> names(JsonNode json) {
    if (!json.isObject()) return Vector.ofAll(json).flatMap(FormatsTest::names);
    return Vector.ofAll(json::fieldNames)
        .flatMap(
            name ->
                (switch (name) {
                      case "given" -> Vector.<String>empty();
                      case "windows", "handles" ->
                          Vector.ofAll(json.get(name)).flatMap(FormatsTest::names);
                      default -> names(json.get(name));
                    })
                    .prepend(name));
  }

  private static final String VERDICT =
      """
      {"variant": "html", "invariant": "one-policy-in-a-group", "verdict": "holds",
       "engine": "exhaustive", "bound": {"windows": 2}, "complete": true, "worlds": 10,
       "transitions": 20, "seconds": 0.5, "counterexample": null}
      """;
  private static final String SCENARIO = "{\"coopcheck\": 1, \"title\": \"\", \"steps\": []}";
  private static final String CLAIM =
      """
      {"id": "C01", "statement": "s", "seed": "S001", "variant": "html", "expected": "holds",
       "verdict": "holds", "matches": true, "bound": {}, "scenario": null}
      """;
  private static final String DIFFERENCE =
      "{\"cause\": \"c\", \"observable\": \"o\", \"scenario\": "
          + SCENARIO
          + ", \"a\": 1, \"b\": null}";

  @Data
  Iterable<Tuple3<String, String, Boolean>> instances() {
    String broken = VERDICT.replace("\"holds\"", "\"violated\"");
    String counterexample =
        "{\"scenario\": " + SCENARIO + ", \"explanation\": \"e\", \"steps\": 0}";
    return Table.of( // schema, instance, whether it is one
        Tuple.of("check", "[]", true),
        Tuple.of("check", "{}", false),
        Tuple.of("check", "[" + VERDICT + "]", true),
        Tuple.of("check", "[" + VERDICT.replace("holds", "maybe") + "]", false),
        Tuple.of("check", "[" + VERDICT.replace("\"complete\": true, ", "") + "]", false),
        Tuple.of("check", "[" + VERDICT.replace("worlds\": 10", "worlds\": -1") + "]", false),
        Tuple.of("check", "[" + broken + "]", false),
        Tuple.of("check", "[" + broken.replace("null", counterexample) + "]", true),
        Tuple.of("check", "[" + VERDICT.replace("null", counterexample) + "]", false),
        Tuple.of("claims", "[" + CLAIM + "]", true),
        Tuple.of("claims", "[" + CLAIM.replace("null", SCENARIO) + "]", true),
        Tuple.of("claims", "[" + CLAIM.replace("\"holds\",\n", "\"true\",\n") + "]", false),
        Tuple.of("claims", "[" + CLAIM.replace("null", "{\"steps\": []}") + "]", false),
        Tuple.of("diff", "[" + DIFFERENCE + "]", true),
        Tuple.of("diff", "[" + DIFFERENCE.replace("\"b\"", "\"c\"") + "]", false),
        Tuple.of("coverage", "[]", true),
        Tuple.of("coverage", "[{}]", false),
        Tuple.of("result", "[]", true),
        Tuple.of("result", "[{}]", false),
        Tuple.of("scenario", SCENARIO, true),
        Tuple.of("scenario", SCENARIO.replace("title", "titel"), false),
        Tuple.of("scenario", SCENARIO.replace("1", "2"), false),
        Tuple.of("scenario", SCENARIO.replace("[]", "[{\"reload\": \"a\"}]"), true),
        Tuple.of("scenario", SCENARIO.replace("[]", "[{\"reload\": 1}]"), true),
        Tuple.of("scenario", SCENARIO.replace("[]", "[{\"reload\": \"\"}]"), false),
        Tuple.of("scenario", SCENARIO.replace("[]", "[{\"reload\": \"a->b\"}]"), false),
        Tuple.of("scenario", SCENARIO.replace("[]", "[{\"reload\": \"a\", \"by\": \"a\"}]"), false),
        Tuple.of("scenario", SCENARIO.replace("[]", "[{\"traverse\": \"a\"}]"), false));
  }

  @Property
  @FromData("instances")
  void the_schemas_tell_right_from_wrong(
      @ForAll String schema, @ForAll String instance, @ForAll boolean isOne) {
    assertThat(Schemas.problems(schema, json(instance)).isEmpty()).as(instance).isEqualTo(isOne);
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
