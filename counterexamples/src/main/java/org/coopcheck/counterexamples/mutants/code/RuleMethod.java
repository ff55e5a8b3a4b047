package org.coopcheck.counterexamples.mutants.code;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.mutants.operator.Edit;
import org.coopcheck.counterexamples.mutants.operator.MethodCode;
import org.objectweb.asm.Opcodes;

/**
 * A method of the model, with its mutants.
 *
 * @param number its number among all methods
 * @param code its instructions
 * @param mutants its mutants
 */
public record RuleMethod(int number, MethodCode code, Vector<InCode> mutants) {

  /**
   * A mutant that is a change of code.
   *
   * @param number its number among all mutants
   * @param mutant what there is to say of it
   * @param edit the change
   */
  public record InCode(int number, Mutant mutant, Edit edit) {}

  /** Whether it makes what its class keeps for ever. */
  public boolean isInitialiser() {
    return code.node().name.equals("<clinit>");
  }

  boolean isStatic() {
    return (code.node().access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isIn(String className, String name, String desc) {
    return code.owner().name.equals(className)
        && code.node().name.equals(name)
        && code.node().desc.equals(desc);
  }
}
