package org.coopcheck.model.http;

import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

/**
 * An item of a structured field: a bare item and its parameters.
 *
 * <p>MODEL: the order of the parameters is not kept; no field of the model depends on it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-items">RFC 9651</a>
 * @param bareItem the bare item
 * @param parameters the parameters; of a repeated one the last value
 */
public record StructuredItem(BareItem bareItem, SortedMap<String, BareItem> parameters)
    implements DictionaryMember {

  /** The token, if the bare item is one; a string of the same characters is none. */
  public Option<String> token() {
    return bareItem instanceof BareItem.Token(var value) ? Option.some(value) : Option.none();
  }

  /** The string, if the bare item is one; a token of the same characters is none. */
  public Option<String> string() {
    return stringIn(bareItem);
  }

  /** The value of the named parameter, if it is there and a string. */
  public Option<String> stringParameter(String name) {
    return parameters.get(name).flatMap(StructuredItem::stringIn);
  }

  private static Option<String> stringIn(BareItem item) {
    return item instanceof BareItem.StringItem(var value) ? Option.some(value) : Option.none();
  }
}
