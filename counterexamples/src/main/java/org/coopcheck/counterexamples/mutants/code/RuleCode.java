package org.coopcheck.counterexamples.mutants.code;

import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.mutants.code.RuleMethod.InCode;
import org.coopcheck.counterexamples.mutants.operator.Classes;
import org.coopcheck.counterexamples.mutants.operator.Edit;
import org.coopcheck.counterexamples.mutants.operator.Explanations;
import org.coopcheck.counterexamples.mutants.operator.MethodCode;
import org.coopcheck.counterexamples.mutants.operator.Operator;
import org.coopcheck.model.decision.Rule;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The code of the rules, and every mutant of it. */
public final class RuleCode {
  private final Vector<RuleMethod> methods;

  private RuleCode(Vector<RuleMethod> methods) {
    this.methods = methods;
  }

  /** All rules of the model. */
  public static RuleCode ofTheModel() {
    var classes = new Classes();
    return of(classes, RuleClasses.NAMES.flatMap(classes::find));
  }

  /**
   * @param classes where classes are found
   * @param mutated those that are mutated
   */
  static RuleCode of(Classes classes, Vector<ClassNode> mutated) {
    Vector<RuleMethod> methods = Vector.empty();
    int number = 0;
    for (ClassNode owner : mutated) {
      var explaining = Explanations.lambdasOf(owner);
      SortedMap<String, Integer> named = TreeMap.empty();
      for (MethodNode node : RuleClasses.methodsOf(owner)) {
        if (explaining.contains(node.name)) continue;
        var code = new MethodCode(classes, owner, node);
        Vector<InCode> mutants = Vector.empty();
        for (var slip : slips(code)) {
          String key = place(code) + "/" + slip.operator().word();
          int ordinal = named.getOrElse(key, 0) + 1;
          named = named.put(key, ordinal);
          mutants =
              mutants.append(
                  new InCode(number++, mutant(code, slip, key + "/" + ordinal), slip.edit()));
        }
        methods = methods.append(new RuleMethod(methods.size(), code, mutants));
      }
    }
    return new RuleCode(methods);
  }

  /** All methods of the rules, in the order of their classes' names. */
  public Vector<RuleMethod> methods() {
    return methods;
  }

  /** All mutants, in the order of their methods. */
  public Vector<InCode> mutants() {
    return methods.flatMap(RuleMethod::mutants);
  }

  /** The method that the mutant is in. */
  public RuleMethod methodOf(InCode mutant) {
    return methods.find(method -> method.mutants().contains(mutant)).get();
  }

  /** The methods of a class. */
  public Vector<RuleMethod> in(String className) {
    return methods.filter(method -> method.code().owner().name.equals(className));
  }

  /** Whether rules are written in the class. */
  boolean hasMutantsIn(String className) {
    return methods.exists(method -> method.code().owner().name.equals(className));
  }

  /** The classes that have mutants. */
  public SortedSet<String> classNames() {
    return TreeSet.ofAll(methods.map(method -> method.code().owner().name));
  }

  private record Slip(Operator operator, Edit edit) {}

  private static Vector<Slip> slips(MethodCode code) {
    var explaining = Explanations.in(code);
    return Vector.range(0, code.node().instructions.size())
        .reject(explaining::contains)
        .flatMap(
            place ->
                Operator.ALL.flatMap(
                    operator -> operator.edits(code, place).map(edit -> new Slip(operator, edit))));
  }

  private static Mutant mutant(MethodCode code, Slip slip, String id) {
    return new Mutant(
        id,
        slip.operator().word(),
        place(code),
        line(code.node().instructions.get(slip.edit().at())),
        rule(code),
        slip.edit().sentence());
  }

  private static String place(MethodCode code) {
    return MethodCode.simple(code.owner().name) + "." + RuleClasses.sourceName(code.node().name);
  }

  private static int line(AbstractInsnNode instruction) {
    for (var each = instruction; each != null; each = each.getPrevious()) {
      if (each instanceof LineNumberNode line) return line.line;
    }
    return 0;
  }

  private static Option<String> rule(MethodCode code) {
    return Explanations.rulesOf(code).headOption().map(name -> Rule.valueOf(name).id());
  }
}
