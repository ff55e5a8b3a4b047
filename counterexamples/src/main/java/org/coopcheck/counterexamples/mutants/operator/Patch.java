package org.coopcheck.counterexamples.mutants.operator;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A copy of a method in which one instruction is being changed. */
public final class Patch {
  private final MethodNode copy;
  private final AbstractInsnNode place;

  private Patch(MethodNode copy, int at) {
    this.copy = copy;
    this.place = copy.instructions.get(at);
  }

  /** A copy of the method with the edit made. */
  public static MethodNode of(MethodNode method, Edit edit) {
    var copy = copy(method);
    edit.change().accept(new Patch(copy, edit.at()));
    return copy;
  }

  /** The method once more. */
  public static MethodNode copy(MethodNode method) {
    var copy =
        new MethodNode(
            Opcodes.ASM9,
            method.access,
            method.name,
            method.desc,
            method.signature,
            method.exceptions.toArray(String[]::new));
    method.accept(copy);
    return copy;
  }

  /** The instruction, to be changed in place. */
  AbstractInsnNode place() {
    return place;
  }

  void before(AbstractInsnNode... added) {
    copy.instructions.insertBefore(place, list(added));
  }

  void after(AbstractInsnNode... added) {
    copy.instructions.insert(place, list(added));
  }

  void replace(AbstractInsnNode... by) {
    after(by);
    copy.instructions.remove(place);
  }

  private static InsnList list(AbstractInsnNode... instructions) {
    var list = new InsnList();
    for (var each : instructions) list.add(each);
    return list;
  }

  /**
   * Takes arguments from the stack, the last one first.
   *
   * @param types their types
   * @return where each of them is now
   */
  int[] store(Type... types) {
    int[] slots = new int[types.length];
    int next = copy.maxLocals;
    for (int i = types.length - 1; i >= 0; i--) {
      slots[i] = next;
      before(new VarInsnNode(types[i].getOpcode(Opcodes.ISTORE), next));
      next += types[i].getSize();
    }
    copy.maxLocals = next;
    return slots;
  }

  /** Puts an argument back on the stack. */
  void load(Type type, int slot) {
    before(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
  }

  static AbstractInsnNode bool(boolean value) {
    return new InsnNode(value ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
  }
}
