package org.coopcheck.counterexamples.mutants.code;

import org.coopcheck.counterexamples.mutants.bench.Switchboard;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Lets the switchboard know when static initialisers run. */
final class Initialisers {
  static final String SWITCHBOARD = Type.getInternalName(Switchboard.class);

  private Initialisers() {}

  static void tell(ClassNode node) {
    for (var method : node.methods) {
      if (!method.name.equals("<clinit>")) continue;
      for (AbstractInsnNode each : method.instructions.toArray()) {
        if (each.getOpcode() == Opcodes.RETURN) {
          method.instructions.insertBefore(each, call("endInitialiser", "()V"));
        }
      }
      method.instructions.insert(call("beginInitialiser", "()V"));
    }
  }

  static MethodInsnNode call(String name, String desc) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, SWITCHBOARD, name, desc);
  }
}
