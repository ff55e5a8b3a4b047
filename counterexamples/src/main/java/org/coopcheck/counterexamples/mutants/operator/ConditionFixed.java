package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;

/** A condition is forgotten. */
final class ConditionFixed implements Operator {
  @Override
  public String word() {
    return "condition-ignored";
  }

  @Override
  public String meaning() {
    return "a condition counts as true, or as false, whatever it is about";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    var ofValue =
        method
            .truthValue(place)
            .map(
                what ->
                    Vector.of(true, false)
                        .reject(value -> value && method.isOfASwitchOverTexts(place))
                        .map(
                            value ->
                                new Edit(
                                    place,
                                    what + " counts as " + value,
                                    patch ->
                                        patch.after(
                                            new InsnNode(Opcodes.POP), Patch.bool(value)))));
    if (ofValue.isDefined()) return ofValue.get();
    return method.at(place) instanceof JumpInsnNode jump && MethodCode.isComparison(jump)
        ? Vector.of(true, false).map(isTaken -> fixed(method, place, jump, isTaken))
        : Vector.empty();
  }

  /** NB: a jump that asks a constant, since code that nothing reaches needs more to be said of it. */
  private static Edit fixed(MethodCode method, int place, JumpInsnNode jump, boolean isTaken) {
    return new Edit(
        place,
        "the comparison %s counts as %s"
            .formatted(
                Comparisons.words(method, place),
                isTaken == Comparisons.isTakenIfTrue(jump.getOpcode())),
        patch -> {
          AbstractInsnNode drop =
              new InsnNode(
                  Comparisons.operands(jump.getOpcode()) == 2 ? Opcodes.POP2 : Opcodes.POP);
          patch.before(drop, Patch.bool(isTaken));
          ((JumpInsnNode) patch.place()).setOpcode(Opcodes.IFNE);
        });
  }
}
