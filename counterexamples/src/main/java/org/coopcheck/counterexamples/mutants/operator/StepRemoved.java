package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A step is forgotten: what it was given goes on as it was. */
final class StepRemoved implements Operator {
  /** Calls that make another type of the same collection: without them, nothing fits. */
  private static final TreeSet<String> CONVERSIONS = TreeSet.of("map", "flatMap", "of", "narrow");

  @Override
  public String word() {
    return "step-removed";
  }

  @Override
  public String meaning() {
    return "a call is left out, and what it would have changed stays as it was";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    return method
        .call(place)
        .filter(call -> !CONVERSIONS.contains(call.name))
        .toVector()
        .flatMap(
            call ->
                call.getOpcode() == Opcodes.INVOKESTATIC
                    ? ofStatic(place, call)
                    : ofChain(place, call));
  }

  private static Vector<Edit> ofChain(int place, MethodInsnNode call) {
    if (!Type.getReturnType(call.desc).equals(Type.getObjectType(call.owner))) {
      return Vector.empty();
    }
    var arguments = Vector.of(Type.getArgumentTypes(call.desc)).reverse();
    if (arguments.isEmpty() && !call.name.startsWith("without")) return Vector.empty();
    return Vector.of(
        new Edit(
            place,
            MethodCode.called(call) + " is left out",
            patch -> {
              arguments.forEach(
                  each ->
                      patch.before(new InsnNode(each.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP)));
              patch.replace(new InsnNode(Opcodes.NOP));
            }));
  }

  private static Vector<Edit> ofStatic(int place, MethodInsnNode call) {
    var types = Type.getArgumentTypes(call.desc);
    var result = Type.getReturnType(call.desc);
    if (result.getSort() != Type.OBJECT || !call.owner.startsWith("org/coopcheck/")) {
      return Vector.empty();
    }
    return Vector.range(0, types.length)
        .find(i -> types[i].equals(result))
        .map(
            kept ->
                new Edit(
                    place,
                    MethodCode.called(call) + " is left out",
                    patch -> {
                      int[] slots = patch.store(types);
                      patch.load(types[kept], slots[kept]);
                      patch.replace(new InsnNode(Opcodes.NOP));
                    }))
        .toVector();
  }
}
