package org.coopcheck.counterexamples.mutants.code;

import org.coopcheck.counterexamples.mutants.code.RuleMethod.InCode;
import org.coopcheck.counterexamples.mutants.operator.Patch;
import org.objectweb.asm.tree.ClassNode;

/** One mutant takes the place of its method. */
final class Single implements Weaver {
  private final RuleCode code;
  private final RuleMethod method;
  private final InCode mutant;

  Single(RuleCode code, RuleMethod method, InCode mutant) {
    this.code = code;
    this.method = method;
    this.mutant = mutant;
  }

  @Override
  public void weave(ClassNode node) {
    node.methods.replaceAll(
        each ->
            method.isIn(node.name, each.name, each.desc)
                ? Patch.of(method.code().node(), mutant.edit())
                : each);
    if (code.hasMutantsIn(node.name)) Loops.count(node);
  }
}
