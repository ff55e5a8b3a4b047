package org.coopcheck.model.http;

/**
 * A bare item of a structured field.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651.html#name-parsing-a-bare-item">RFC 9651</a>
 */
public sealed interface BareItem {

  /**
   * @param value the token, in the case in which it was written
   */
  record Token(String value) implements BareItem {}

  /**
   * @param value the string without its quotes and escapes
   */
  record StringItem(String value) implements BareItem {}

  /**
   * @param value {@code ?1}, or a parameter or member that was given no value
   */
  record BooleanItem(boolean value) implements BareItem {}

  /**
   * An integer, decimal, byte sequence, date or display string: no field of the model asks for one.
   *
   * @param serialized the item as a field would spell it
   */
  record Other(String serialized) implements BareItem {}
}
