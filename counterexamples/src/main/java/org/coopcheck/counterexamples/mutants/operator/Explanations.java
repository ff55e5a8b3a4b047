package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What an algorithm says of itself: the decisions that it notes, and what it asserts. No step
 * depends on it.
 */
public final class Explanations {
  private static final String DECISIONS = "org/coopcheck/model/decision/";

  private Explanations() {}

  /** The places in a method that are nothing but explanation. */
  public static TreeSet<Integer> in(MethodCode method) {
    TreeSet<Integer> places = TreeSet.empty();
    for (int i = 0; i < method.node().instructions.size(); i++) {
      if (method.at(i) instanceof MethodInsnNode call && isExplanation(call)) {
        int from = beginningWithConditions(method, method.beginningOfStatement(i), i);
        places = places.addAll(Vector.rangeClosed(from, i));
      }
    }
    return places;
  }

  /** A condition on which nothing else depends belongs to the explanation. */
  private static int beginningWithConditions(MethodCode method, int from, int to) {
    int begin = from;
    while (MethodCode.before(method.at(begin)).getOrNull() instanceof JumpInsnNode jump
        && jump.getOpcode() != Opcodes.GOTO
        && isRightBehind(method.at(to), jump.label)) {
      begin = method.beginningOfStatement(method.node().instructions.indexOf(jump));
    }
    return begin;
  }

  private static boolean isRightBehind(AbstractInsnNode last, LabelNode label) {
    var each = last.getNext();
    while (each != null && each.getOpcode() < 0 && !each.equals(label)) each = each.getNext();
    return label.equals(each);
  }

  private static boolean isExplanation(MethodInsnNode call) {
    return call.owner.equals(DECISIONS + "Decisions")
        || (call.owner.equals(DECISIONS + "ModelDefect") && call.name.equals("assertThat"));
  }

  /** The lambdas of a class that only write down what a decision was about. */
  public static TreeSet<String> lambdasOf(ClassNode owner) {
    TreeSet<String> names = TreeSet.empty();
    for (var method : owner.methods) {
      for (var instruction : method.instructions) {
        if (instruction instanceof InvokeDynamicInsnNode made
            && MethodCode.after(made)
                .exists(next -> next instanceof MethodInsnNode call && isExplanation(call))) {
          names =
              names.addAll(
                  Vector.of(made.bsmArgs)
                      .filter(each -> each instanceof Handle)
                      .map(each -> ((Handle) each).getName()));
        }
      }
    }
    return names;
  }

  /** The rules that the method notes decisions of, by the names of their constants. */
  public static Vector<String> rulesOf(MethodCode method) {
    return Vector.ofAll(method.node().instructions)
        .filter(
            each ->
                each instanceof FieldInsnNode field
                    && field.getOpcode() == Opcodes.GETSTATIC
                    && field.owner.equals(DECISIONS + "Rule"))
        .map(each -> ((FieldInsnNode) each).name)
        .distinct();
  }
}
