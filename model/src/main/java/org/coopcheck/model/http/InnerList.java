package org.coopcheck.model.http;

import io.vavr.collection.SortedMap;
import io.vavr.collection.Vector;

/**
 * An inner list of a structured field.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-inner-lists">RFC 9651</a>
 * @param items the items between the parentheses
 * @param parameters the parameters of the list itself; of a repeated one the last value
 */
public record InnerList(Vector<StructuredItem> items, SortedMap<String, BareItem> parameters)
    implements DictionaryMember {}
