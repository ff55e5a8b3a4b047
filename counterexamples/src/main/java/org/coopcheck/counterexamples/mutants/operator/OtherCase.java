package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** A case of an enum is answered like the next one. */
final class OtherCase implements Operator {
  @Override
  public String word() {
    return "other-case";
  }

  @Override
  public String meaning() {
    return "a case of a switch is answered as the next one";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    var labels = labels(method.at(place));
    boolean isOfEnum =
        MethodCode.before(method.at(place))
            .exists(
                last ->
                    last.getOpcode() == Opcodes.IALOAD
                        || last.getOpcode() == Opcodes.INVOKEVIRTUAL);
    return isOfEnum
        ? Vector.range(0, labels.size())
            .filter(index -> !next(labels, index).equals(labels.get(index)))
            .map(
                index ->
                    new Edit(
                        place,
                        "case %d of %d is answered as the next one"
                            .formatted(index + 1, labels.size()),
                        patch -> exchange(patch.place(), index)))
        : Vector.empty();
  }

  private static void exchange(AbstractInsnNode place, int index) {
    switch (place) {
      case TableSwitchInsnNode table ->
          table.labels.set(index, next(Vector.ofAll(table.labels), index));
      case LookupSwitchInsnNode lookup ->
          lookup.labels.set(index, next(Vector.ofAll(lookup.labels), index));
      default -> throw new IllegalArgumentException("no switch: " + place);
    }
  }

  private static Vector<LabelNode> labels(AbstractInsnNode place) {
    return switch (place) {
      case TableSwitchInsnNode table -> Vector.ofAll(table.labels);
      case LookupSwitchInsnNode lookup -> Vector.ofAll(lookup.labels);
      default -> Vector.empty();
    };
  }

  private static LabelNode next(Vector<LabelNode> labels, int index) {
    return labels.get((index + 1) % labels.size());
  }
}
