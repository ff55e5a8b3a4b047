package org.coopcheck.counterexamples.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A value of a YAML or JSON file, with its line. */
sealed interface Yaml {

  /** The line at which it begins, from 1. */
  int line();

  /** How many values it consists of. */
  int size();

  /** The same value without its line. */
  JsonNode toJson();

  /**
   * @param key the key
   * @param value its value
   */
  record Entry(Scalar key, Yaml value) {}

  /**
   * @param line its line
   * @param entries its entries, in order; no key comes twice
   * @param size how many values it consists of
   */
  record Mapping(int line, Vector<Entry> entries, int size) implements Yaml {

    /** The value under the key. */
    Option<Yaml> get(String key) {
      return entries.find(entry -> entry.key().text().equals(key)).map(Entry::value);
    }

    Vector<Scalar> keys() {
      return entries.map(Entry::key);
    }

    @Override
    public JsonNode toJson() {
      var object = JsonNodeFactory.instance.objectNode();
      entries.forEach(entry -> object.set(entry.key().text(), entry.value().toJson()));
      return object;
    }
  }

  /**
   * @param line its line
   * @param items its items
   * @param size how many values it consists of
   */
  record Sequence(int line, Vector<Yaml> items, int size) implements Yaml {
    @Override
    public JsonNode toJson() {
      var array = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> array.add(item.toJson()));
      return array;
    }
  }

  /**
   * @param line its line
   * @param text its text, as the file has it
   * @param isPlain whether it may be something other than a string, as its text says
   */
  record Scalar(int line, String text, boolean isPlain) implements Yaml {
    // YAML 1.2, section 10.3.2
    private static final String NULL = "|~|null|Null|NULL";
    private static final String TRUE = "true|True|TRUE";
    private static final String FALSE = "false|False|FALSE";
    private static final String INTEGER = "[-+]?[0-9]{1,18}";
    private static final String NUMBER = "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?";
    private static final int LONGEST_NUMBER = 400;

    boolean isNull() {
      return isPlain && text.matches(NULL);
    }

    Option<Boolean> asBoolean() {
      if (!isPlain) return Option.none();
      if (text.matches(TRUE)) return Option.some(true);
      return text.matches(FALSE) ? Option.some(false) : Option.none();
    }

    Option<Long> asInteger() {
      return isPlain && text.matches(INTEGER) ? Option.some(Long.parseLong(text)) : Option.none();
    }

    /** A number that fits into a {@code double}; other texts of digits are strings. */
    private Option<Double> asNumber() {
      return isPlain && text.length() <= LONGEST_NUMBER && text.matches(NUMBER)
          ? Option.of(Double.parseDouble(text)).filter(Double::isFinite)
          : Option.none();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public JsonNode toJson() {
      var json = JsonNodeFactory.instance;
      if (isNull()) return json.nullNode();
      return asBoolean()
          .<JsonNode>map(json::booleanNode)
          .orElse(() -> asInteger().map(json::numberNode))
          .orElse(() -> asNumber().map(json::numberNode))
          .getOrElse(() -> json.textNode(text));
    }
  }
}
