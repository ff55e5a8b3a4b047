package org.coopcheck.counterexamples.mutants.code;

import io.vavr.control.Option;

/**
 * The model with one slip in it.
 *
 * @param id its name, which stays as long as the method does
 * @param operator the kind of slip
 * @param place the class and method that it is in
 * @param line the line of the source; 0 if it is in a table
 * @param rule the fragment of the definition of the rule that the method decides, if it notes one
 * @param sentence what is changed
 */
public record Mutant(
    String id, String operator, String place, int line, Option<String> rule, String sentence) {

  /** The part of its name that says where it is, and of which kind. */
  public String idWithoutNumber() {
    return place + "/" + operator;
  }
}
