package org.coopcheck.model.http;

import com.google.common.base.CharMatcher;
import com.google.common.base.Utf8;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.greenbytes.http.sfv.TokenItem;

/**
 * Parsing structured fields.
 *
 * <p>NB: the library reads RFC 8941, each bare item and each key. The value is cut at its
 * delimiters first, outside of strings, for two reasons. Dates and display strings, which RFC 9651
 * adds, are seen as whole items. And the library sets aside room for the rest of its input at every
 * token and string, so that one value of 64 KiB with 16,000 parameters cost it a gigabyte. It is
 * the same grammar: no valid bare item has a delimiter outside of a string; so a valid value falls
 * into valid pieces, and valid pieces joined by their delimiters are a valid value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-parsing-structured-fields">RFC
 *     9651</a>
 */
public final class StructuredFields {
  private static final CharMatcher SP = CharMatcher.is(' ');
  private static final CharMatcher OWS = CharMatcher.anyOf(" \t");
  private static final String LOWERCASE_HEX = "0123456789abcdef";

  private StructuredFields() {}

  /**
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-parsing-an-item">RFC 9651</a>
   * @param value a field value, several lines joined
   * @return the item, none if parsing fails
   */
  public static Option<StructuredItem> parseItem(String value) {
    try {
      return Option.some(item(SP.trimFrom(value)));
    } catch (ParseException failure) {
      return Option.none();
    }
  }

  /**
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-parsing-a-dictionary">RFC
   *     9651</a>
   * @param value a field value, several lines joined
   * @return the members, of a repeated one the last; none if parsing fails
   */
  public static Option<SortedMap<String, DictionaryMember>> parseDictionary(String value) {
    try {
      return Option.some(dictionary(SP.trimFrom(value)));
    } catch (ParseException failure) {
      return Option.none();
    }
  }

  private static SortedMap<String, DictionaryMember> dictionary(String text) {
    SortedMap<String, DictionaryMember> members = TreeMap.empty();
    if (text.isEmpty()) return members;
    Vector<String> pieces = cutOutsideStrings(text, ',');
    // Optional white space stands around the commas and at the end, but not at the beginning.
    Vector<String> trimmed =
        pieces.tail().map(OWS::trimLeadingFrom).prepend(pieces.head()).map(OWS::trimTrailingFrom);
    for (String piece : trimmed) {
      int end = firstOutsideStrings(piece, 0, "=;");
      members = members.put(Parser.parseKey(piece.substring(0, end)), member(piece, end));
    }
    return members;
  }

  private static DictionaryMember member(String piece, int endOfKey) {
    boolean hasValue = endOfKey < piece.length() && piece.charAt(endOfKey) == '=';
    if (!hasValue) {
      return new StructuredItem(
          new BareItem.BooleanItem(true), parameters(piece.substring(endOfKey)));
    }
    String value = piece.substring(endOfKey + 1);
    return value.startsWith("(") ? innerList(value) : item(value);
  }

  private static InnerList innerList(String text) {
    int close = firstOutsideStrings(text, 1, ")");
    if (close == text.length()) throw new ParseException("inner list without end", text, close);
    // A space divides two items, except after a semicolon, where it means nothing.
    String items =
        cutOutsideStrings(text.substring(1, close), ';').map(SP::trimLeadingFrom).mkString(";");
    return new InnerList(
        cutOutsideStrings(items, ' ').filter(piece -> !piece.isEmpty()).map(StructuredFields::item),
        parameters(text.substring(close + 1)));
  }

  private static StructuredItem item(String text) {
    int end = firstOutsideStrings(text, 0, ";");
    return new StructuredItem(bareItem(text.substring(0, end)), parameters(text.substring(end)));
  }

  /** The parameters in a text that is empty or begins with a semicolon. */
  private static SortedMap<String, BareItem> parameters(String text) {
    SortedMap<String, BareItem> parameters = TreeMap.empty();
    Vector<String> pieces = cutOutsideStrings(text, ';');
    if (!pieces.head().isEmpty()) throw new ParseException("not a parameter", text, 0);
    for (String piece : pieces.tail().map(SP::trimLeadingFrom)) {
      int end = firstOutsideStrings(piece, 0, "=");
      String key = Parser.parseKey(piece.substring(0, end));
      BareItem value =
          end < piece.length()
              ? bareItem(piece.substring(end + 1))
              : new BareItem.BooleanItem(true);
      parameters = parameters.put(key, value);
    }
    return parameters;
  }

  private static BareItem bareItem(String text) {
    if (text.startsWith("@")) return date(text);
    if (text.startsWith("%")) return displayString(text);
    return switch (Parser.parseBareItem(text)) {
      case TokenItem token -> new BareItem.Token(token.get());
      case StringItem string -> new BareItem.StringItem(string.get());
      case org.greenbytes.http.sfv.BooleanItem bool -> new BareItem.BooleanItem(bool.get());
      case org.greenbytes.http.sfv.Item<?> other -> new BareItem.Other(other.serialize());
    };
  }

  /**
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-parsing-a-date">RFC 9651</a>
   */
  private static BareItem date(String text) {
    // NB: a date is @ and an integer, and RFC 8941 has integers.
    if (Parser.parseBareItem(text.substring(1)) instanceof IntegerItem integer) {
      return new BareItem.Other("@" + integer.serialize());
    }
    throw new ParseException("a date is an integer", text, 1);
  }

  /**
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-parsing-a-display-string">RFC
   *     9651</a>
   */
  private static BareItem displayString(String text) {
    // NB: a display string is % and a string in which a backslash is like any other character; so
    // with its backslashes escaped RFC 8941 allows the same characters and the same end.
    String asString = text.substring(1).replace("\\", "\\\\");
    if (Parser.parseBareItem(asString) instanceof StringItem string && isUtf8(string.get())) {
      return new BareItem.Other(text);
    }
    throw new ParseException("not a display string", text, 0);
  }

  /** Whether every % is followed by two hexadecimal digits, and the bytes so meant are UTF-8. */
  private static boolean isUtf8(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) != '%') {
        bytes.write(encoded.charAt(i));
      } else {
        if (i + 2 >= encoded.length()) return false;
        int high = LOWERCASE_HEX.indexOf(encoded.charAt(i + 1));
        int low = LOWERCASE_HEX.indexOf(encoded.charAt(i + 2));
        if (high < 0 || low < 0) return false;
        bytes.write(16 * high + low);
        i += 2;
      }
    }
    return Utf8.isWellFormed(bytes.toByteArray());
  }

  private static Vector<String> cutOutsideStrings(String text, char delimiter) {
    Vector<String> pieces = Vector.empty();
    int from = 0;
    while (true) {
      int end = firstOutsideStrings(text, from, String.valueOf(delimiter));
      pieces = pieces.append(text.substring(from, end));
      if (end == text.length()) return pieces;
      from = end + 1;
    }
  }

  /** The index of the first of these characters that is not within a string, or the length. */
  private static int firstOutsideStrings(String text, int from, String characters) {
    int i = from;
    while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
      i = text.charAt(i) == '"' ? endOfString(text, i) : i + 1;
    }
    return Math.min(i, text.length());
  }

  private static int endOfString(String text, int quote) {
    boolean hasEscapes = quote == 0 || text.charAt(quote - 1) != '%';
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += hasEscapes && text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
