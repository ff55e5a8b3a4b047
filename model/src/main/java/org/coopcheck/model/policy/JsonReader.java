package org.coopcheck.model.policy;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.policy.Json.JsonArray;
import org.coopcheck.model.policy.Json.JsonLiteral;
import org.coopcheck.model.policy.Json.JsonNumber;
import org.coopcheck.model.policy.Json.JsonObject;
import org.coopcheck.model.policy.Json.JsonString;

/**
 * Reads one JSON text, each character once. Long texts and deep nesting are failures, so that no
 * header can exhaust time or stack.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259.html">RFC 8259</a>
 */
final class JsonReader {
  private static final int LONGEST = 1 << 18;
  private static final int DEEPEST = 16;

  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  /** The value that the whole text is; none if it is no JSON, too long or too deep. */
  static Option<Json> read(String text) {
    if (text.length() > LONGEST) return Option.none();
    var reader = new JsonReader(text);
    try {
      Json value = reader.value(0);
      reader.skipWhitespace();
      return Option.when(reader.position == text.length(), value);
    } catch (Malformed failure) {
      return Option.none();
    }
  }

  /** Thrown and caught in this class alone. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("malformed", null, false, false);
    }
  }

  private Json value(int depth) {
    if (depth > DEEPEST) throw new Malformed();
    skipWhitespace();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new JsonString(string());
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number();
    };
  }

  private Json object(int depth) {
    SortedMap<String, Json> members = TreeMap.empty();
    expect('{');
    if (skips('}')) return new JsonObject(members);
    do {
      skipWhitespace();
      String name = string();
      skipWhitespace();
      expect(':');
      members = members.put(name, value(depth + 1));
    } while (skips(','));
    expect('}');
    return new JsonObject(members);
  }

  private Json array(int depth) {
    Vector<Json> elements = Vector.empty();
    expect('[');
    if (skips(']')) return new JsonArray(elements);
    do {
      elements = elements.append(value(depth + 1));
    } while (skips(','));
    expect(']');
    return new JsonArray(elements);
  }

  private Json literal(String name) {
    if (!text.startsWith(name, position)) throw new Malformed();
    position += name.length();
    return new JsonLiteral(name);
  }

  private Json number() {
    int start = position;
    if (peek() == '-') position++;
    int integer = position;
    digits();
    if (text.charAt(integer) == '0' && position > integer + 1) throw new Malformed();
    if (peek() == '.') {
      position++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      position++;
      if (peek() == '+' || peek() == '-') position++;
      digits();
    }
    return new JsonNumber(Double.parseDouble(text.substring(start, position)));
  }

  private void digits() {
    int start = position;
    while (peek() >= '0' && peek() <= '9') position++;
    if (position == start) throw new Malformed();
  }

  private String string() {
    expect('"');
    var value = new StringBuilder();
    while (peek() != '"') {
      char c = next();
      if (c < ' ') throw new Malformed();
      value.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return value.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
      default -> throw new Malformed();
    };
  }

  private int hex() {
    char c = next();
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    throw new Malformed();
  }

  /** Whether this character comes next, after white space; if so, it is passed. */
  private boolean skips(char c) {
    skipWhitespace();
    if (peek() != c) return false;
    position++;
    return true;
  }

  private void expect(char c) {
    if (next() != c) throw new Malformed();
  }

  private void skipWhitespace() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') position++;
  }

  private char next() {
    if (position >= text.length()) throw new Malformed();
    return text.charAt(position++);
  }

  /** The next character; at the end a NUL, which no rule takes. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }
}
