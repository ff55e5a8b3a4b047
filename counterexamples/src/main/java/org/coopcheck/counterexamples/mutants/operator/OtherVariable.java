package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import java.util.Objects;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Another thing of the same kind is meant. */
final class OtherVariable implements Operator {
  @Override
  public String word() {
    return "other-variable";
  }

  @Override
  public String meaning() {
    return "another variable of the same type is read: the other world, document or window";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    return method
        .variable(place)
        .toVector()
        .flatMap(
            read ->
                method
                    .variablesAt(place)
                    .filter(other -> isLike(read, other))
                    .map(
                        other ->
                            new Edit(
                                place,
                                "%s is read instead of %s".formatted(other.name, read.name),
                                patch -> ((VarInsnNode) patch.place()).var = other.index)));
  }

  private static boolean isLike(LocalVariableNode read, LocalVariableNode other) {
    return other.index != read.index
        && other.desc.equals(read.desc)
        && Objects.equals(other.signature, read.signature);
  }
}
