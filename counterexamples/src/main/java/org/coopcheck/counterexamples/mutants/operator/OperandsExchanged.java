package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Two operands of one type stand in each other's place. */
final class OperandsExchanged implements Operator {
  @Override
  public String word() {
    return "operands-exchanged";
  }

  @Override
  public String meaning() {
    return "two operands of one type stand in each other's place";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    if (!(method.at(place) instanceof MethodInsnNode call)
        || !call.owner.startsWith("org/coopcheck/")) {
      return Vector.empty();
    }
    var types = Type.getArgumentTypes(call.desc);
    var signature = method.classes().parameters(call);
    return Vector.range(0, types.length)
        .flatMap(
            i ->
                Vector.range(i + 1, types.length)
                    .filter(j -> signature.get(i).equals(signature.get(j)))
                    .reject(j -> method.areAlike(place, types.length, i, j))
                    .map(j -> exchanged(place, call, types, i, j)));
  }

  private static Edit exchanged(int place, MethodInsnNode call, Type[] types, int i, int j) {
    String of =
        call.name.equals("<init>")
            ? "new " + MethodCode.simple(call.owner)
            : MethodCode.called(call);
    return new Edit(
        place,
        "the operands %d and %d of %s are exchanged".formatted(i + 1, j + 1, of),
        patch -> {
          int[] slots = patch.store(types);
          for (int k = 0; k < types.length; k++) {
            patch.load(types[k], slots[k == i ? j : k == j ? i : k]);
          }
        });
  }
}
