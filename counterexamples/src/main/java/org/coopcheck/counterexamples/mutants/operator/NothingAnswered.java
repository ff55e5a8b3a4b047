package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Nothing is the answer of what could have one, or many. */
final class NothingAnswered implements Operator {
  private static final TreeMap<String, String> NOTHINGS =
      TreeMap.of(
          "io/vavr/control/Option", "none",
          "io/vavr/collection/Vector", "empty",
          "io/vavr/collection/SortedSet", "empty");

  @Override
  public String word() {
    return "nothing-answered";
  }

  @Override
  public String meaning() {
    return "nothing is answered by what could have an answer, or many";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    var result = Type.getReturnType(method.node().desc);
    if (method.at(place).getOpcode() != Opcodes.ARETURN || result.getSort() != Type.OBJECT) {
      return Vector.empty();
    }
    return NOTHINGS
        .get(result.getInternalName())
        .map(
            nothing ->
                new Edit(
                    place,
                    "nothing is answered",
                    patch ->
                        patch.before(
                            new InsnNode(Opcodes.POP), call(result.getInternalName(), nothing))))
        .toVector();
  }

  private static MethodInsnNode call(String type, String nothing) {
    boolean isSet = type.endsWith("SortedSet");
    String owner = isSet ? "io/vavr/collection/TreeSet" : type;
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC,
        owner,
        nothing,
        "()L" + owner + ";",
        owner.equals("io/vavr/control/Option"));
  }
}
