package org.coopcheck.model.decision;

import io.vavr.collection.Vector;

/**
 * One answer of one rule.
 *
 * @param rule the rule that was asked
 * @param given its operands, in the rule's order
 * @param result its answer
 */
public record Decision(Rule rule, Vector<Operand> given, String result) {

  /**
   * @param name what the rule calls the operand
   * @param value its value as text
   */
  public record Operand(String name, String value) {}

  /** An operand whose value prints itself. */
  public static Operand given(String name, Object value) {
    return new Operand(name, value.toString());
  }

  @Override
  public String toString() {
    return rule.id()
        + given.map(o -> o.name() + "=" + o.value()).mkString("(", ", ", ") -> ")
        + result;
  }
}
