package org.coopcheck.counterexamples.mutants.code;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.mutants.code.RuleMethod.InCode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Before each instruction that has mutants, their numbers are put down; and each answer of a rule is
 * compared with those of its mutants that are watched.
 */
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
    for (RuleMethod rule : code.in(node.name)) {
      if (!rule.isInitialiser() && !rule.mutants().isEmpty()) Switching.weave(node, rule, true);
    }
    if (code.hasMutantsIn(node.name)) Loops.count(node);
    if (node.name.equals(Switching.HEADERS)) remembersNothing(node);
    Listeners.hearNoMutantThatIsTried(node);
    Initialisers.tell(node);
  }

  /** What was read of headers is read again, so that each question reaches the code that reads. */
  private static void remembersNothing(ClassNode headers) {
    for (MethodNode method : headers.methods) {
      if (!method.name.equals("kept")) continue;
      method.instructions.clear();
      method.localVariables.clear();
      method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 2));
      method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
      method.instructions.add(
          new MethodInsnNode(
              Opcodes.INVOKEINTERFACE,
              "io/vavr/Function1",
              "apply",
              "(Ljava/lang/Object;)Ljava/lang/Object;",
              true));
      method.instructions.add(new InsnNode(Opcodes.ARETURN));
    }
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
