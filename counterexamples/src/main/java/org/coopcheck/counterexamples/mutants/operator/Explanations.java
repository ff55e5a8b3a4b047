package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
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
        int from = method.beginningOfStatement(i);
        places = places.addAll(Vector.rangeClosed(from, i));
      }
    }
    return places;
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
