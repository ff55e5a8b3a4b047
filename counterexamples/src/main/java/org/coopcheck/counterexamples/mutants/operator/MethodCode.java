package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** A compiled method, as operators look at it. */
public final class MethodCode {
  private final Classes classes;
  private final ClassNode owner;
  private final MethodNode node;
  private final Frame<SourceValue>[] frames;

  /**
   * @param classes all classes of the model
   * @param owner the class that it is in
   * @param node its instructions
   */
  public MethodCode(Classes classes, ClassNode owner, MethodNode node) {
    this.classes = classes;
    this.owner = owner;
    this.node = node;
    try {
      this.frames = new Analyzer<>(new SourceInterpreter()).analyze(owner.name, node);
    } catch (AnalyzerException e) {
      throw new EngineDefect(owner.name + "." + node.name + ": " + e.getMessage());
    }
  }

  /**
   * An instruction that takes something from the stack.
   *
   * @param instruction the instruction
   * @param operand the place of what is taken among the arguments, from 0; less for the receiver
   */
  record Taker(AbstractInsnNode instruction, int operand) {}

  Classes classes() {
    return classes;
  }

  /** The class that it is in. */
  public ClassNode owner() {
    return owner;
  }

  /** Its instructions. */
  public MethodNode node() {
    return node;
  }

  /** The calls that take what the instruction leaves on the stack. */
  Vector<Taker> takers(int place) {
    var value = at(place);
    Vector<Taker> takers = Vector.empty();
    for (int i = 0; i < frames.length; i++) {
      if (!(at(i) instanceof MethodInsnNode call) || frames[i] == null) continue;
      int arguments = Type.getArgumentTypes(call.desc).length;
      int size = frames[i].getStackSize();
      for (int k = 0; k < arguments; k++) {
        if (frames[i].getStack(size - arguments + k).insns.contains(value)) {
          takers = takers.append(new Taker(call, k));
        }
      }
    }
    return takers;
  }

  /**
   * The place where the statement begins that the instruction is in: nothing is on the stack, and
   * it is no branch of a value that the statement chooses.
   */
  int beginningOfStatement(int place) {
    int each = place;
    while (true) {
      while (each > 0 && (frames[each] == null || frames[each].getStackSize() > 0)) each--;
      int branch = each;
      var chooses =
          before(at(each))
              .filter(last -> last instanceof JumpInsnNode jump && isIn(jump, branch, place));
      if (chooses.isEmpty()) return each;
      each = node.instructions.indexOf(chooses.get());
    }
  }

  private boolean isIn(JumpInsnNode jump, int from, int to) {
    int target = node.instructions.indexOf(jump.label);
    return from < target && target <= to;
  }

  AbstractInsnNode at(int place) {
    return node.instructions.get(place);
  }

  /** The method that is called there. */
  Option<MethodInsnNode> call(int place) {
    return at(place) instanceof MethodInsnNode call && !call.name.equals("<init>")
        ? Option.some(call)
        : Option.none();
  }

  /** The instruction before, passing over what is none. */
  static Option<AbstractInsnNode> before(AbstractInsnNode instruction) {
    var each = instruction.getPrevious();
    while (each != null && each.getOpcode() < 0) each = each.getPrevious();
    return Option.of(each);
  }

  /** The instruction after, passing over what is none. */
  static Option<AbstractInsnNode> after(AbstractInsnNode instruction) {
    var each = instruction.getNext();
    while (each != null && each.getOpcode() < 0) each = each.getNext();
    return Option.of(each);
  }

  /** The variables that have a value there, without {@code this}. */
  Vector<LocalVariableNode> variablesAt(int place) {
    return node.localVariables == null
        ? Vector.empty()
        : Vector.ofAll(node.localVariables)
            .filter(
                variable ->
                    !variable.name.equals("this")
                        && !variable.name.contains("$") // the compiler's own
                        && node.instructions.indexOf(variable.start) <= place
                        && place < node.instructions.indexOf(variable.end));
  }

  /** The variable that is read there. */
  Option<LocalVariableNode> variable(int place) {
    return at(place) instanceof VarInsnNode read
            && read.getOpcode() >= Opcodes.ILOAD
            && read.getOpcode() <= Opcodes.ALOAD
        ? variablesAt(place).find(variable -> variable.index == read.var)
        : Option.none();
  }

  /** What leaves a truth value on the stack there: a call, a variable, a field, a test of a type. */
  Option<String> truthValue(int place) {
    var instruction = at(place);
    if (instruction instanceof MethodInsnNode call) {
      return Option.when(
          Type.getReturnType(call.desc).equals(Type.BOOLEAN_TYPE) && !call.name.equals("add"),
          () -> "the answer of " + called(call));
    }
    if (instruction instanceof FieldInsnNode field) {
      return Option.when(
          field.desc.equals("Z")
              && (field.getOpcode() == Opcodes.GETFIELD || field.getOpcode() == Opcodes.GETSTATIC),
          () -> field.name);
    }
    if (instruction instanceof TypeInsnNode type && type.getOpcode() == Opcodes.INSTANCEOF) {
      return Option.some("\"is a " + simple(type.desc) + "\"");
    }
    return variable(place).filter(read -> read.desc.equals("Z")).map(read -> read.name);
  }

  /** Whether two operands of a call are written alike: the same constant, or the same variable. */
  boolean areAlike(int call, int arguments, int one, int other) {
    var frame = frames[call];
    if (frame == null) return false;
    int first = frame.getStackSize() - arguments;
    var a = frame.getStack(first + one).insns;
    var b = frame.getStack(first + other).insns;
    return a.size() == 1 && b.size() == 1 && areAlike(a.iterator().next(), b.iterator().next());
  }

  private static boolean areAlike(AbstractInsnNode a, AbstractInsnNode b) {
    if (a.getOpcode() != b.getOpcode()) return false;
    return switch (a) {
      case MethodInsnNode call ->
          call.getOpcode() == Opcodes.INVOKESTATIC
              && call.desc.startsWith("()")
              && b instanceof MethodInsnNode other
              && call.owner.equals(other.owner)
              && call.name.equals(other.name);
      case FieldInsnNode field ->
          field.getOpcode() == Opcodes.GETSTATIC
              && b instanceof FieldInsnNode other
              && field.owner.equals(other.owner)
              && field.name.equals(other.name);
      case VarInsnNode read -> b instanceof VarInsnNode other && read.var == other.var;
      case InsnNode constant ->
          constant.getOpcode() >= Opcodes.ICONST_M1 && constant.getOpcode() <= Opcodes.ICONST_5;
      default -> false;
    };
  }

  /**
   * Whether a text is compared because it has the same hash as a case of a switch, which compilers
   * write and nobody else.
   */
  boolean isOfASwitchOverTexts(int place) {
    return at(place) instanceof MethodInsnNode call
        && call.owner.equals("java/lang/String")
        && call.name.equals("equals")
        && before(call).getOrNull() instanceof LdcInsnNode text
        && before(text).getOrNull() instanceof VarInsnNode read
        && variable(node.instructions.indexOf(read)).isEmpty();
  }

  /** A comparison that is a jump, if it is one of things or numbers. */
  static boolean isComparison(JumpInsnNode jump) {
    return switch (jump.getOpcode()) {
      case Opcodes.GOTO, Opcodes.JSR -> false;
      case Opcodes.IFEQ, Opcodes.IFNE ->
          before(jump).exists(it -> it instanceof MethodInsnNode call && isNumber(call.desc));
      default -> true;
    };
  }

  private static boolean isNumber(String desc) {
    return Type.getReturnType(desc).equals(Type.INT_TYPE);
  }

  /** How a reader calls the method. */
  static String called(MethodInsnNode call) {
    return simple(call.owner) + "." + call.name;
  }

  /** The name of a class without its package, with those of the classes around it. */
  public static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }
}
