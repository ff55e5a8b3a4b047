package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A truth value that is written down is the other one. */
final class AnswerFlipped implements Operator {
  @Override
  public String word() {
    return "answer-flipped";
  }

  @Override
  public String meaning() {
    return "true stands in the place of false, or false in that of true";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    var instruction = method.at(place);
    int opcode = instruction.getOpcode();
    boolean isLiteral = opcode == Opcodes.ICONST_0 || opcode == Opcodes.ICONST_1;
    return isLiteral && (isAnswer(method, instruction) || isOperand(method, place))
        ? Vector.of(
            new Edit(
                place,
                "%s stands in the place of %s"
                    .formatted(opcode == Opcodes.ICONST_0, opcode == Opcodes.ICONST_1),
                patch -> patch.replace(Patch.bool(opcode == Opcodes.ICONST_0))))
        : Vector.empty();
  }

  /** NB: what follows a jump is the end of a condition, which other operators change. */
  private static boolean isAnswer(MethodCode method, AbstractInsnNode literal) {
    return Type.getReturnType(method.node().desc).equals(Type.BOOLEAN_TYPE)
        && MethodCode.after(literal).exists(next -> next.getOpcode() == Opcodes.IRETURN)
        && !MethodCode.before(literal).exists(last -> last.getOpcode() == Opcodes.GOTO);
  }

  private static boolean isOperand(MethodCode method, int place) {
    return method
            .takers(place)
            .exists(
                taker ->
                    taker.instruction() instanceof MethodInsnNode call
                        && taker.operand() >= 0
                        && Type.getArgumentTypes(call.desc)[taker.operand()].equals(
                            Type.BOOLEAN_TYPE))
        && !MethodCode.before(method.at(place)).exists(last -> last.getOpcode() == Opcodes.GOTO)
        && !MethodCode.after(method.at(place)).exists(next -> next.getOpcode() == Opcodes.GOTO);
  }
}
