package org.coopcheck.model.policy;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A JSON value, as the field {@code Report-To} has them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259.html">RFC 8259</a>
 */
sealed interface Json {

  /**
   * @param members the members; of a repeated one the last
   */
  record JsonObject(SortedMap<String, Json> members) implements Json {}

  record JsonArray(Vector<Json> elements) implements Json {}

  record JsonString(String value) implements Json {}

  /**
   * @param value the number as closely as a double can say it
   */
  record JsonNumber(double value) implements Json {

    boolean isNonNegativeInteger() {
      return value >= 0 && value == Math.rint(value) && !Double.isInfinite(value);
    }
  }

  /** {@code true}, {@code false} or {@code null}: the model asks for none of them. */
  record JsonLiteral(String name) implements Json {}

  /** The member of that name, if this is an object that has it. */
  default Option<Json> member(String name) {
    return this instanceof JsonObject(var members) ? members.get(name) : Option.none();
  }

  /** The string, if this is one. */
  default Option<String> string() {
    return this instanceof JsonString(var value) ? Option.some(value) : Option.none();
  }

  /** The elements, if this is an array. */
  default Option<Vector<Json>> array() {
    return this instanceof JsonArray(var elements) ? Option.some(elements) : Option.none();
  }

  /** The number, if this is one and neither negative nor broken. */
  default Option<Double> nonNegativeInteger() {
    return this instanceof JsonNumber number && number.isNonNegativeInteger()
        ? Option.some(number.value())
        : Option.none();
  }
}
