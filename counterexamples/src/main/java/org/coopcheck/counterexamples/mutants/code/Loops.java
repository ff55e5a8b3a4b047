package org.coopcheck.counterexamples.mutants.code;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Lets the switchboard count how often loops go round. */
final class Loops {
  private Loops() {}

  static void count(ClassNode node) {
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode each : method.instructions.toArray()) {
        if (each instanceof JumpInsnNode jump && isBackwards(method, jump)) {
          method.instructions.insertBefore(each, Initialisers.call("turn", "()V"));
        }
      }
    }
  }

  private static boolean isBackwards(MethodNode method, JumpInsnNode jump) {
    return method.instructions.indexOf(jump.label) < method.instructions.indexOf(jump);
  }
}
