package org.coopcheck.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
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
import net.jqwik.api.Tuple.Tuple2;
import org.coopcheck.model.http.Hostile;
import org.coopcheck.model.policy.Json.JsonArray;
import org.coopcheck.model.policy.Json.JsonLiteral;
import org.coopcheck.model.policy.Json.JsonNumber;
import org.coopcheck.model.policy.Json.JsonObject;
import org.coopcheck.model.policy.Json.JsonString;

class JsonReaderTest {
  private static final Json ONE = new JsonNumber(1);

  @Data
  Iterable<Tuple2<String, Json>> values() {
    return Table.of( // text, value
        Tuple.of("1", ONE),
        Tuple.of(" \t\n\r1 ", ONE),
        Tuple.of("0", new JsonNumber(0)),
        Tuple.of("-0.5", new JsonNumber(-0.5)),
        Tuple.of("10.25e+2", new JsonNumber(1025)),
        Tuple.of("5E-1", new JsonNumber(0.5)),
        Tuple.of("5e1", new JsonNumber(50)),
        Tuple.of("1e999", new JsonNumber(Double.POSITIVE_INFINITY)),
        Tuple.of("true", new JsonLiteral("true")),
        Tuple.of("false", new JsonLiteral("false")),
        Tuple.of("null", new JsonLiteral("null")),
        Tuple.of("\"\"", new JsonString("")),
        Tuple.of("\"\u00e9 ' \u007f\"", new JsonString("\u00e9 ' \u007f")),
        Tuple.of(
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00eF\"",
            new JsonString("\"\\/\b\f\n\r\tA\u00ef")),
        Tuple.of("\"\\u0019\\uabcf\\uABCF\"", new JsonString("\u0019\uabcf\uabcf")),
        Tuple.of("[]", array()),
        Tuple.of("[ ]", array()),
        Tuple.of("[1 , 1]", array(ONE, ONE)),
        Tuple.of("[[],[1]]", array(array(), array(ONE))),
        Tuple.of("{}", new JsonObject(TreeMap.empty())),
        Tuple.of("{ }", new JsonObject(TreeMap.empty())),
        Tuple.of("{ \"a\" : 1 , \"b\":[] }", new JsonObject(TreeMap.of("a", ONE, "b", array()))),
        Tuple.of("{\"a\":null,\"a\":1}", new JsonObject(TreeMap.of("a", ONE))));
  }

  private static Json array(Json... elements) {
    return new JsonArray(Vector.of(elements));
  }

  @Property
  @FromData("values")
  void a_json_text_is_read_as_rfc_8259_says(@ForAll String text, @ForAll Json value) {
    assertThat(JsonReader.read(text)).contains(value);
  }

  @Data
  Iterable<Tuple2<String, String>> malformed() {
    return Table.of( // text, what is wrong with it
        Tuple.of("", "nothing"),
        Tuple.of(" ", "white space"),
        Tuple.of("1 1", "two values"),
        Tuple.of("1,", "a comma"),
        Tuple.of("01", "a leading zero"),
        Tuple.of("-", "a sign alone"),
        Tuple.of("+1", "a plus sign"),
        Tuple.of(".5", "no digit before the point"),
        Tuple.of("1.", "no digit after the point"),
        Tuple.of("1e", "no digit in the exponent"),
        Tuple.of("1e+", "a sign in the exponent alone"),
        Tuple.of("0x1", "hexadecimal"),
        Tuple.of("\u0661", "a digit that is not ASCII"),
        Tuple.of("1d", "a number as Java writes it"),
        Tuple.of("NaN", "not a number"),
        Tuple.of("Infinity", "infinity"),
        Tuple.of("True", "upper case"),
        Tuple.of("nul", "half a literal"),
        Tuple.of("nuts", "another word of the same length"),
        Tuple.of("truee", "a literal and more"),
        Tuple.of("'a'", "single quotes"),
        Tuple.of("\"", "a string without end"),
        Tuple.of("\"\\\"", "a string that ends in an escape"),
        Tuple.of("\"\\", "an escape without end"),
        Tuple.of("\"\\x\"", "an unknown escape"),
        Tuple.of("\"\\u12\"", "half an escape"),
        Tuple.of("\"\\u\u0661234\"", "an escape with a digit that is not ASCII"),
        Tuple.of("\"\\u00/0\"", "an escape with the character before the digits"),
        Tuple.of("\"\\u00:0\"", "an escape with the character after the digits"),
        Tuple.of("\"\\u00@0\"", "an escape with the character before A"),
        Tuple.of("\"\\u00G0\"", "an escape with the character after F"),
        Tuple.of("\"\\u00`0\"", "an escape with the character before a"),
        Tuple.of("\"\\u00g0\"", "an escape with the character after f"),
        Tuple.of("\"\t\"", "a control character"),
        Tuple.of("\"\0\"", "NUL in a string"),
        Tuple.of("\0", "NUL"),
        Tuple.of("1\0", "NUL at the end"),
        Tuple.of("\u00a01", "white space that is none"),
        Tuple.of("[", "an array without end"),
        Tuple.of("[1", "an array with an element and without end"),
        Tuple.of("[1,]", "a trailing comma"),
        Tuple.of("[,1]", "a leading comma"),
        Tuple.of("[1 1]", "no comma"),
        Tuple.of("]", "an end without beginning"),
        Tuple.of("{", "an object without end"),
        Tuple.of("{\"a\"}", "a name without value"),
        Tuple.of("{\"a\":}", "a colon without value"),
        Tuple.of("{\"a\":1,}", "a trailing comma in an object"),
        Tuple.of("{a:1}", "a name without quotes"),
        Tuple.of("{1:1}", "a name that is a number"),
        Tuple.of("[1}", "the wrong end"),
        Tuple.of("// x\n1", "a comment"));
  }

  @Property
  @FromData("malformed")
  void what_rfc_8259_does_not_allow_is_no_value(@ForAll String text, @ForAll String why) {
    assertThat(JsonReader.read(text)).as(why).isEmpty();
  }

  @Example
  void nesting_ends_at_the_depth_of_16() {
    assertThat(JsonReader.read("[".repeat(17) + "]".repeat(17))).isNotEmpty();
    assertThat(JsonReader.read("[".repeat(18) + "]".repeat(18))).isEmpty();
    assertThat(JsonReader.read("{\"a\":".repeat(16) + "1" + "}".repeat(16))).isNotEmpty();
    assertThat(JsonReader.read("{\"a\":".repeat(17) + "1" + "}".repeat(17))).isEmpty();
    assertThat(JsonReader.read("[".repeat(60_000))).isEmpty();
  }

  @Example
  void a_text_ends_at_256_kib() {
    assertThat(JsonReader.read("1" + " ".repeat((1 << 18) - 1))).contains(ONE);
    assertThat(JsonReader.read("1" + " ".repeat(1 << 18))).isEmpty();
  }

  @Example
  void only_numbers_that_count_something_are_non_negative_integers() {
    assertThat(new JsonNumber(0).nonNegativeInteger()).contains(0.0);
    assertThat(new JsonNumber(1e300).nonNegativeInteger()).contains(1e300);
    assertThat(new JsonNumber(1.5).nonNegativeInteger()).isEmpty();
    assertThat(new JsonNumber(-1).nonNegativeInteger()).isEmpty();
    assertThat(new JsonNumber(Double.POSITIVE_INFINITY).nonNegativeInteger()).isEmpty();
    assertThat(new JsonString("1").nonNegativeInteger()).isEmpty();
  }

  @Property(seed = "3317540092816453", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void no_text_makes_the_reader_throw(@ForAll("texts") String text) {
    assertThat(JsonReader.read(text)).isNotNull();
    assertThat(JsonReader.read("[{\"a\":\"" + text)).isNotNull();
    assertThat(JsonReader.read("[" + text + "]")).isNotNull();
  }

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(seed = "8801275513094462", tries = 300)
  void every_string_can_be_written_with_escapes_and_is_read_back(@ForAll("anyText") String text) {
    var escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    assertThat(JsonReader.read("\"" + escaped + "\"")).contains(new JsonString(text));
  }

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.strings().all().ofMaxLength(20);
  }
}
