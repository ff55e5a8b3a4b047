package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** All for some, sum for difference, the last for the first. */
final class OtherQuantifier implements Operator {
  private static final TreeMap<String, String> OPPOSITES =
      TreeMap.of("exists", "forAll", "forAll", "exists")
          .put("filter", "reject")
          .put("reject", "filter")
          .put("union", "intersect")
          .put("intersect", "union")
          .put("head", "last")
          .put("last", "head")
          .put("take", "drop")
          .put("find", "findLast")
          .put("append", "prepend");

  @Override
  public String word() {
    return "other-quantifier";
  }

  @Override
  public String meaning() {
    return "all for some, the others for these, the last for the first, minus for plus";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    var instruction = method.at(place);
    int opcode = instruction.getOpcode();
    if (opcode == Opcodes.IADD || opcode == Opcodes.ISUB) {
      return Vector.of(
          new Edit(
              place,
              opcode == Opcodes.IADD ? "minus instead of plus" : "plus instead of minus",
              patch ->
                  patch.replace(
                      new InsnNode(opcode == Opcodes.IADD ? Opcodes.ISUB : Opcodes.IADD))));
    }
    return method
        .call(place)
        .filter(call -> call.owner.startsWith("io/vavr/") && hasOpposite(call))
        .map(
            call ->
                new Edit(
                    place,
                    "%s instead of %s".formatted(opposite(call), MethodCode.called(call)),
                    patch -> ((MethodInsnNode) patch.place()).name = opposite(call)))
        .toVector();
  }

  private static boolean hasOpposite(MethodInsnNode call) {
    try {
      var owner = Class.forName(call.owner.replace('/', '.'));
      return Vector.of(owner.getMethods())
          .exists(
              each ->
                  OPPOSITES.get(call.name).contains(each.getName())
                      && org.objectweb.asm.Type.getMethodDescriptor(each).equals(call.desc));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String opposite(MethodInsnNode call) {
    return OPPOSITES.get(call.name).get();
  }
}
