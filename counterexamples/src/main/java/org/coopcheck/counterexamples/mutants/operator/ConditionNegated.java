package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;

/** Yes for no, and no for yes. */
final class ConditionNegated implements Operator {
  @Override
  public String word() {
    return "condition-negated";
  }

  @Override
  public String meaning() {
    return "a condition counts as true where it is false, and the other way round";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    var ofValue =
        method
            .truthValue(place)
            .map(
                what ->
                    new Edit(
                        place,
                        what + " is negated",
                        patch -> patch.after(Patch.bool(true), new InsnNode(Opcodes.IXOR))));
    if (ofValue.isDefined()) return ofValue.toVector();
    return method.at(place) instanceof JumpInsnNode jump && MethodCode.isComparison(jump)
        ? Vector.of(
            new Edit(
                place,
                "the comparison " + Comparisons.words(method, place) + " is negated",
                patch ->
                    ((JumpInsnNode) patch.place())
                        .setOpcode(Comparisons.opposite(jump.getOpcode()))))
        : Vector.empty();
  }
}
