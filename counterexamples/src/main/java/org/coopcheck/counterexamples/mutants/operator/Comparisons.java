package org.coopcheck.counterexamples.mutants.operator;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Comparisons, which compilers make jumps of. */
final class Comparisons {
  private Comparisons() {}

  /** The jump that is taken when the other is not. */
  static int opposite(int opcode) {
    return switch (opcode) {
      case Opcodes.IFNULL -> Opcodes.IFNONNULL;
      case Opcodes.IFNONNULL -> Opcodes.IFNULL;
      default -> ((opcode + 1) ^ 1) - 1; // as the numbers of the other jumps are laid out
    };
  }

  /**
   * Whether a jump is taken where the comparison, read as "equal", "less" or "there is none", is
   * true.
   */
  static boolean isTakenIfTrue(int opcode) {
    return switch (opcode) {
      case Opcodes.IFEQ,
          Opcodes.IFLT,
          Opcodes.IFLE,
          Opcodes.IF_ICMPEQ,
          Opcodes.IF_ICMPLT,
          Opcodes.IF_ICMPLE,
          Opcodes.IF_ACMPEQ,
          Opcodes.IFNULL ->
          true;
      default -> false;
    };
  }

  /** How many values a jump takes from the stack. */
  static int operands(int opcode) {
    return opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? 2 : 1;
  }

  /** What is compared, as far as it can be told from what was put on the stack last. */
  static String words(MethodCode method, int place) {
    return MethodCode.before(method.at(place)).map(Comparisons::operand).getOrElse("here");
  }

  private static String operand(AbstractInsnNode operand) {
    return switch (operand) {
      case MethodInsnNode call -> "with " + MethodCode.called(call);
      case FieldInsnNode field -> "with " + field.name;
      default -> "with a number or a variable";
    };
  }
}
