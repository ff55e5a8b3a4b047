package org.coopcheck.counterexamples.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a scenario so that people like to read it: a line for each step and each header field, and
 * quotes only where YAML needs them.
 */
final class YamlWriter {
  private static final String INDENT = "  ";
  // YAML bounds keys that stand on one line with their values.
  private static final int LONGEST_KEY = 1000;
  private static final String FIRST = "[\\p{L}0-9/_(]";
  private static final String INSIDE = "\\p{L}0-9/_.;?&=%+~@*'\"()<>$!^|-";
  private static final String IN_BLOCKS_ONLY = ",\\[\\]{}";
  private static final Pattern PLAIN_IN_FLOW = plain(INSIDE);
  private static final Pattern PLAIN_IN_BLOCK = plain(IN_BLOCKS_ONLY + INSIDE);
  private static final Vector<String> WORDS_OF_YAML_1_1 =
      Vector.of("y", "n", "yes", "no", "on", "off");

  private YamlWriter() {}

  private static Pattern plain(String inside) {
    return Pattern.compile("%s([ :#%s]*[%s])?".formatted(FIRST, inside, inside));
  }

  static String write(ObjectNode scenario) {
    if (hasLongKey(scenario)) return scenario.toPrettyString() + "\n";
    return entries(scenario)
        .map(
            entry ->
                switch (entry.key()) {
                  case "responses" -> responses(entry.value());
                  case "steps" -> steps(entry.value());
                  default -> line("", entry.key(), inLine(entry.value()));
                })
        .mkString();
  }

  private static boolean hasLongKey(JsonNode value) {
    return entries(value)
        .exists(entry -> entry.key().length() > LONGEST_KEY || hasLongKey(entry.value()));
  }

  private static String line(String indent, String key, String value) {
    return indent + scalar(key, PLAIN_IN_BLOCK) + ": " + value + "\n";
  }

  private static String responses(JsonNode value) {
    return entries(value)
        .map(
            entry ->
                isShort(entry.value())
                    ? line(INDENT, entry.key(), inLine(entry.value()))
                    : INDENT + scalar(entry.key(), PLAIN_IN_BLOCK) + ":\n" + answers(entry.value()))
        .mkString("responses:\n", "", "");
  }

  private static boolean isShort(JsonNode answers) {
    return answers.isObject() && !answers.has("headers");
  }

  private static String answers(JsonNode value) {
    String indent = INDENT.repeat(2);
    return value.isArray()
        ? Vector.ofAll(value).map(each -> indent + "- " + flow(each) + "\n").mkString()
        : entries(value).map(entry -> member(indent, entry)).mkString();
  }

  private static String member(String indent, Entry entry) {
    return entry.value().isObject()
        ? indent
            + entry.key()
            + ":\n"
            + entries(entry.value())
                .map(field -> line(indent + INDENT, field.key(), inLine(field.value())))
                .mkString()
        : line(indent, entry.key(), inLine(entry.value()));
  }

  private static String steps(JsonNode value) {
    return value.isEmpty()
        ? "steps: []\n"
        : Vector.ofAll(value)
            .map(step -> INDENT + "- " + flow(step) + "\n")
            .mkString("steps:\n", "", "");
  }

  /** A value behind its key or dash, on one line. */
  private static String inLine(JsonNode value) {
    return value.isTextual() ? scalar(value.asText(), PLAIN_IN_BLOCK) : flow(value);
  }

  private static String flow(JsonNode value) {
    if (value.isArray()) return Vector.ofAll(value).map(YamlWriter::flow).mkString("[", ", ", "]");
    if (value.isObject()) {
      return entries(value)
          .map(entry -> scalar(entry.key(), PLAIN_IN_FLOW) + ": " + flow(entry.value()))
          .mkString("{", ", ", "}");
    }
    return value.isTextual() ? scalar(value.asText(), PLAIN_IN_FLOW) : value.asText();
  }

  private record Entry(String key, JsonNode value) {}

  private static Vector<Entry> entries(JsonNode value) {
    return Vector.ofAll(value.properties())
        .map(property -> new Entry(property.getKey(), property.getValue()));
  }

  private static String scalar(String text, Pattern plain) {
    if (isPlain(text, plain)) return text;
    return text.matches("[ -~]*") ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static boolean isPlain(String text, Pattern plain) {
    return plain.matcher(text).matches()
        && !text.contains(": ")
        && !text.contains(" #")
        && !WORDS_OF_YAML_1_1.contains(text.toLowerCase(Locale.ROOT))
        && new Yaml.Scalar(0, text, true).toJson().isTextual();
  }

  private static String escaped(String text) {
    return text.codePoints()
        .mapToObj(
            point ->
                point == '"' || point == '\\'
                    ? "\\" + (char) point
                    : (' ' <= point && point <= '~') || Character.isLetter(point)
                        ? Character.toString(point)
                        : "\\U%08X".formatted(point))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
