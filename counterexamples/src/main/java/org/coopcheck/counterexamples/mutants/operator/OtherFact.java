package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Another fact of the same kind is asked: the other document, the other origin, the other policy. */
final class OtherFact implements Operator {
  private static final TreeSet<String> NO_FACTS = TreeSet.of("toString", "hashCode", "equals");

  @Override
  public String word() {
    return "other-fact";
  }

  @Override
  public String meaning() {
    return "another fact of the same thing is asked, one of the same kind: another document, origin"
        + " or policy";
  }

  @Override
  public Vector<Edit> edits(MethodCode method, int place) {
    return method
        .call(place)
        .filter(
            call ->
                call.getOpcode() == Opcodes.INVOKEVIRTUAL
                    && call.owner.startsWith("org/coopcheck/model/")
                    && isFact(call.name))
        .toVector()
        .flatMap(
            call ->
                method
                    .classes()
                    .find(call.owner)
                    .toVector()
                    .flatMap(owner -> others(owner, call))
                    .map(
                        other ->
                            new Edit(
                                place,
                                "%s is asked instead of %s"
                                    .formatted(other.name, MethodCode.called(call)),
                                patch -> ((MethodInsnNode) patch.place()).name = other.name)));
  }

  private static Vector<MethodNode> others(ClassNode owner, MethodInsnNode call) {
    var methods = Vector.ofAll(owner.methods);
    return methods
        .find(each -> each.name.equals(call.name) && each.desc.equals(call.desc))
        .toVector()
        .flatMap(
            asked ->
                methods.filter(
                    each ->
                        !each.name.equals(asked.name)
                            && each.desc.equals(asked.desc)
                            && Objects.equals(each.signature, asked.signature)
                            && isFact(each.name)
                            && (each.access
                                    & (Opcodes.ACC_STATIC
                                        | Opcodes.ACC_PRIVATE
                                        | Opcodes.ACC_SYNTHETIC))
                                == 0));
  }

  /** What makes another thing is no fact of it. */
  private static boolean isFact(String name) {
    return !NO_FACTS.contains(name) && !name.startsWith("with") && !name.startsWith("<");
  }
}
