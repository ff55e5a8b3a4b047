package org.coopcheck.counterexamples.mutants.code;

import io.vavr.collection.Vector;
import org.coopcheck.model.decision.Decisions;
import org.coopcheck.model.report.Reports;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What a rule does besides answering: it queues reports, which are compared, and notes decisions. A
 * mutant that is only tried, on the way of the model, must not be heard.
 */
final class Listeners {
  private static final String REPORTS = Type.getInternalName(Reports.Kept.class);
  private static final Vector<String> DECISIONS =
      Vector.of(Decisions.Kept.class, Decisions.Counted.class).map(Type::getInternalName);

  private Listeners() {}

  static void hearNoMutantThatIsTried(ClassNode node) {
    for (MethodNode method : node.methods) {
      if (node.name.equals(REPORTS) && method.name.equals("queue")) {
        var report = new InsnList();
        report.add(new VarInsnNode(Opcodes.ALOAD, 1));
        report.add(Initialisers.call("queued", "(Ljava/util/function/Supplier;)Z"));
        nothingIf(report, method);
      }
      if (DECISIONS.contains(node.name) && method.name.equals("note")) {
        var tried = new InsnList();
        tried.add(Initialisers.call("isTried", "()Z"));
        nothingIf(tried, method);
      }
    }
  }

  private static void nothingIf(InsnList condition, MethodNode method) {
    var goOn = new LabelNode();
    condition.add(new JumpInsnNode(Opcodes.IFEQ, goOn));
    condition.add(new InsnNode(Opcodes.RETURN));
    condition.add(goOn);
    condition.add(new FrameNode(Opcodes.F_SAME, 0, null, 0, null));
    method.instructions.insert(condition);
  }
}
