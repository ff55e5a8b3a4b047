package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;

/** Another constant of the same enum. */
final class OtherValue implements Operator {
  /** What algorithms note of themselves, which no step depends on. */
  private static final TreeSet<String> NOTES =
      TreeSet.of("org/coopcheck/model/decision/Rule", "org/coopcheck/model/decision/Answer");

  @Override
  public String word() {
    return "other-value";
  }

  @Override
  public String meaning() {
    return "the next value of an enum stands in the place of the one that is meant";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    return method.at(place) instanceof FieldInsnNode field
            && field.getOpcode() == Opcodes.GETSTATIC
            && Type.getType(field.desc).getSort() == Type.OBJECT
            && Type.getType(field.desc).getInternalName().equals(field.owner)
            && method.classes().isEnum(field.owner)
            && !NOTES.contains(field.owner)
        ? next(method, field)
            .map(
                other ->
                    new Edit(
                        place,
                        "%s stands in the place of %s".formatted(other, field.name),
                        patch -> ((FieldInsnNode) patch.place()).name = other))
            .toVector()
        : Vector.empty();
  }

  private static Option<String> next(MethodCode method, FieldInsnNode field) {
    var constants =
        Vector.ofAll(method.classes().find(field.owner).get().fields)
            .filter(each -> (each.access & Opcodes.ACC_ENUM) != 0)
            .map((FieldNode each) -> each.name);
    int index = constants.indexOf(field.name);
    return Option.when(
        index >= 0 && constants.size() > 1, () -> constants.get((index + 1) % constants.size()));
  }
}
