package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import org.coopcheck.counterexamples.mutants.bench.Switchboard;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** A list lacks one of its values. */
final class ValueMissing implements Operator {
  private static final String VALUES = "[Ljava/lang/Object;";

  @Override
  public String word() {
    return "value-missing";
  }

  @Override
  public String meaning() {
    return "a list lacks one of its values";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    return method
        .call(place)
        .filter(call -> call.owner.startsWith("io/vavr/collection/") && takesAList(call))
        .flatMap(call -> size(method, place).map(size -> edits(place, call, size)))
        .getOrElse(Vector.empty());
  }

  private static boolean takesAList(MethodInsnNode call) {
    var types = Type.getArgumentTypes(call.desc);
    return call.name.equals("of")
        && types.length == 1
        && types[0].getSort() == Type.ARRAY
        && types[0].getElementType().getSort() == Type.OBJECT;
  }

  private static Vector<Edit> edits(int place, MethodInsnNode call, int size) {
    String type = Type.getArgumentTypes(call.desc)[0].getInternalName();
    return Vector.range(0, size)
        .map(
            index ->
                new Edit(
                    place,
                    "the list lacks value %d of %d".formatted(index + 1, size),
                    patch ->
                        patch.before(
                            new IntInsnNode(Opcodes.SIPUSH, index),
                            new MethodInsnNode(
                                Opcodes.INVOKESTATIC,
                                Type.getInternalName(Switchboard.class),
                                "without",
                                "(" + VALUES + "I)" + VALUES),
                            new TypeInsnNode(Opcodes.CHECKCAST, type))));
  }

  /** How many values the list has: the arrays that were begun and not used yet, the last of them. */
  private static Option<Integer> size(MethodCode method, int place) {
    Deque<Option<Integer>> sizes = new ArrayDeque<>();
    for (int i = 0; i < place; i++) {
      var each = method.at(i);
      if (each.getOpcode() == Opcodes.ANEWARRAY) {
        sizes.push(MethodCode.before(each).flatMap(ValueMissing::constant));
      } else if (each instanceof MethodInsnNode call
          && Vector.of(Type.getArgumentTypes(call.desc))
              .exists(type -> type.getSort() == Type.ARRAY)
          && !sizes.isEmpty()) {
        sizes.pop();
      }
    }
    return sizes.isEmpty() ? Option.none() : sizes.peek();
  }

  private static Option<Integer> constant(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    if (instruction instanceof IntInsnNode number) return Option.some(number.operand);
    return instruction instanceof InsnNode
            && opcode >= Opcodes.ICONST_0
            && opcode <= Opcodes.ICONST_5
        ? Option.some(opcode - Opcodes.ICONST_0)
        : Option.none();
  }
}
