package org.coopcheck.model.http;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import io.vavr.Function1;
import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A header list: field lines in the order in which they came.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#concept-header-list">Fetch</a>
 */
public final class HeaderList {
  /** No field lines. */
  public static final HeaderList EMPTY = new HeaderList(Vector.empty());

  private static final CharMatcher OWS = CharMatcher.anyOf(" \t");

  private final Vector<HeaderField> fields;
  private final int hash;
  // What was read already. It follows from the fields and is no part of the value; that is why it
  // may be mutable, and no order in it can reach a result.
  private final ConcurrentHashMap<Object, Object> kept = new ConcurrentHashMap<>();

  private HeaderList(Vector<HeaderField> fields) {
    this.fields = fields;
    this.hash = fields.hashCode();
  }

  public static HeaderList of(Vector<HeaderField> fields) {
    return fields.isEmpty() ? EMPTY : new HeaderList(fields);
  }

  /**
   * @param namesAndValues name, value, name, value, and so on
   */
  public static HeaderList of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) throw new IllegalArgumentException("a name has no value");
    return of(
        Vector.of(namesAndValues)
            .grouped(2)
            .map(pair -> new HeaderField(pair.get(0), pair.get(1)))
            .toVector());
  }

  public Vector<HeaderField> fields() {
    return fields;
  }

  /**
   * @see <a href="https://fetch.spec.whatwg.org/#concept-header-list-get">Fetch</a>
   * @param name the field name in any case
   * @return the values of all its lines, without the white space around each, joined by {@code ",
   *     "}
   */
  public Option<String> get(String name) {
    Vector<String> values =
        fields
            .filter(field -> Ascii.equalsIgnoreCase(field.name(), name))
            .map(field -> OWS.trimFrom(field.value()));
    return values.isEmpty() ? Option.none() : Option.some(values.mkString(", "));
  }

  /**
   * @see <a href="https://fetch.spec.whatwg.org/#header-list-contains">Fetch</a>
   * @param name the field name in any case
   */
  public boolean contains(String name) {
    return fields.exists(field -> Ascii.equalsIgnoreCase(field.name(), name));
  }

  /**
   * {@code get a structured field value} of the type {@code item}. Parsed once, however often it is
   * asked for.
   *
   * @see <a
   *     href="https://fetch.spec.whatwg.org/#concept-header-list-get-structured-header">Fetch</a>
   * @param name the field name, spelled as always
   * @return the item; none if there is no such field or it cannot be parsed
   */
  public Option<StructuredItem> getStructuredItem(String name) {
    return kept(name, headers -> headers.get(name).flatMap(StructuredFields::parseItem));
  }

  /**
   * {@code get a structured field value} of the type {@code dictionary}. Parsed at every call; see
   * {@link HeaderReading}.
   *
   * @see <a
   *     href="https://fetch.spec.whatwg.org/#concept-header-list-get-structured-header">Fetch</a>
   * @param name the field name in any case
   * @return the members; none if there is no such field or it cannot be parsed
   */
  public Option<SortedMap<String, DictionaryMember>> getStructuredDictionary(String name) {
    return get(name).flatMap(StructuredFields::parseDictionary);
  }

  /** This list with one more field line. */
  public HeaderList with(String name, String value) {
    return of(fields.append(new HeaderField(name, value)));
  }

  /**
   * This list without any line of that name.
   *
   * @param name the field name in any case
   */
  public HeaderList without(String name) {
    return without(field -> Ascii.equalsIgnoreCase(field.name(), name));
  }

  /** This list without these lines. */
  public HeaderList without(Predicate<HeaderField> unwanted) {
    // NB: the same list if there are none, since it keeps what was read from it.
    return fields.exists(unwanted) ? of(fields.reject(unwanted)) : this;
  }

  /**
   * What was kept under this key, or else is read now.
   *
   * @param key names the reader: equal keys, same reader
   */
  // The only values under a key are those that its reader gave.
  @SuppressWarnings("unchecked")
  <T> T kept(Object key, Function1<HeaderList, T> reader) {
    Object known = kept.get(key);
    if (known != null) return (T) known;
    // NB: not computeIfAbsent, since one reading may ask for another; reading twice is harmless.
    T read = reader.apply(this);
    kept.put(key, read);
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof HeaderList that && hash == that.hash && fields.equals(that.fields));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return fields.map(field -> field.name() + ": " + field.value()).mkString("[", "; ", "]");
  }
}
