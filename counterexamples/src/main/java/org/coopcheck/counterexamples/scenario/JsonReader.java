package org.coopcheck.counterexamples.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one JSON value. JSON is YAML too, but YAML readers bound the length of keys, and allow tabs
 * and line breaks in fewer places.
 */
final class JsonReader {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final int linesBefore;
  private final Problems problems;

  private JsonReader(JsonParser parser, int linesBefore, Problems problems) {
    this.parser = parser;
    this.linesBefore = linesBefore;
    this.problems = problems;
  }

  /**
   * @param text the text
   * @param linesBefore how many lines of the file come before it
   * @param problems is told of keys that come twice, if the text is JSON
   * @return the value; none if the text is not JSON, or nothing for a scenario
   */
  static Option<Yaml> read(String text, int linesBefore, Problems problems) {
    var found = problems.forATrial();
    try (var parser = FACTORY.createParser(text)) {
      parser.nextToken();
      var value = new JsonReader(parser, linesBefore, found).value(1);
      if (parser.nextToken() != null) return Option.none();
      problems.addAll(found);
      return Option.some(value);
    } catch (IOException notJson) {
      return Option.none();
    }
  }

  private Yaml value(int depth) throws IOException {
    if (depth > YamlReader.DEEPEST || parser.currentToken() == null) {
      throw new IOException("too deep or too short");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth);
      case START_ARRAY -> sequence(depth);
      default -> scalar(parser.currentToken() != JsonToken.VALUE_STRING);
    };
  }

  private Yaml mapping(int depth) throws IOException {
    int line = line();
    var entries = new Entries(problems);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = scalar(false);
      parser.nextToken();
      entries.add(key, value(depth + 1));
    }
    return entries.mapping(line);
  }

  private Yaml sequence(int depth) throws IOException {
    int line = line();
    List<Yaml> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(depth + 1));
    return YamlReader.sequence(line, items);
  }

  private Yaml.Scalar scalar(boolean isPlain) throws IOException {
    String text = parser.getText();
    if (!YamlReader.isUnicode(text)) throw new IOException("half a surrogate pair");
    return new Yaml.Scalar(line(), text, isPlain);
  }

  private int line() {
    return linesBefore + parser.currentTokenLocation().getLineNr();
  }
}
