package org.coopcheck.counterexamples.mutants.code;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.mutants.code.RuleMethod.InCode;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Before each instruction that has mutants, their numbers are put down. */
final class Recording implements Weaver {
  private final RuleCode code;

  Recording(RuleCode code) {
    this.code = code;
  }

  @Override
  public void weave(ClassNode node) {
    for (RuleMethod rule : code.in(node.name)) {
      for (MethodNode method : node.methods) {
        if (rule.isIn(node.name, method.name, method.desc)) record(method, rule.mutants());
      }
    }
    Initialisers.tell(node);
  }

  private static void record(MethodNode method, Vector<InCode> mutants) {
    AbstractInsnNode[] instructions = method.instructions.toArray();
    for (InCode mutant : mutants) {
      var reached = new InsnList();
      reached.add(new LdcInsnNode(mutant.number()));
      reached.add(Initialisers.call("reach", "(I)V"));
      method.instructions.insertBefore(instructions[mutant.edit().at()], reached);
    }
  }
}
