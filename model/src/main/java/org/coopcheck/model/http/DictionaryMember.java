package org.coopcheck.model.http;

import io.vavr.collection.SortedMap;

/**
 * The value of a member of a dictionary: an item or an inner list.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-dictionaries">RFC 9651</a>
 */
public sealed interface DictionaryMember permits StructuredItem, InnerList {

  /** The parameters; of a repeated one the last value. */
  SortedMap<String, BareItem> parameters();
}
