package org.coopcheck.counterexamples.mutants.code;

import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.mutants.code.RuleMethod.InCode;
import org.coopcheck.counterexamples.mutants.operator.Patch;
import org.coopcheck.model.http.HeaderList;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * All mutants at once: a method asks the switchboard whether one of its mutants is on, and hands
 * over to it. Static initialisers stay as they are.
 */
final class Switching implements Weaver {
  static final String HEADERS = Type.getInternalName(HeaderList.class);

  private final RuleCode code;

  Switching(RuleCode code) {
    this.code = code;
  }

  @Override
  public void weave(ClassNode node) {
    for (RuleMethod rule : code.in(node.name)) {
      if (!rule.isInitialiser() && !rule.mutants().isEmpty()) weave(node, rule, false);
    }
    if (code.hasMutantsIn(node.name)) Loops.count(node);
    if (node.name.equals(HEADERS)) keepReadingsApart(node);
    Initialisers.tell(node);
  }

  /** Header lists remember what was read of them, and live longer than a mutant is on. */
  private static void keepReadingsApart(ClassNode headers) {
    for (MethodNode method : headers.methods) {
      if (!method.name.equals("kept")) continue;
      var apart = new InsnList();
      apart.add(new VarInsnNode(Opcodes.ALOAD, 1));
      apart.add(Initialisers.call("key", "(Ljava/lang/Object;)Ljava/lang/Object;"));
      apart.add(new VarInsnNode(Opcodes.ASTORE, 1));
      method.instructions.insert(apart);
    }
  }

  /**
   * All mutants of a method beside it.
   *
   * @param node its class
   * @param rule the method
   * @param isWatching whether the switchboard is told of each answer that no mutant gave
   */
  static void weave(ClassNode node, RuleMethod rule, boolean isWatching) {
    var original =
        Vector.ofAll(node.methods).find(each -> rule.isIn(node.name, each.name, each.desc)).get();
    boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
    String plain = original.name + "$model";
    String chosen = original.name + "$mutant";
    node.methods.add(
        asked(original, node.name, plain, chosen, rule.number(), isInterface, isWatching));
    node.methods.add(choosing(original, node.name, chosen, rule.mutants(), isInterface));
    for (InCode mutant : rule.mutants()) {
      var mutated = Patch.of(rule.code().node(), mutant.edit());
      node.methods.add(hidden(mutated, nameOf(original, mutant)));
    }
    node.methods.set(node.methods.indexOf(original), hidden(original, plain));
  }

  private static String nameOf(MethodNode original, InCode mutant) {
    return original.name + "$mutant" + mutant.number();
  }

  private static MethodNode hidden(MethodNode method, String name) {
    method.name = name;
    method.access = privately(method.access);
    return method;
  }

  private static int privately(int access) {
    return (access & Opcodes.ACC_STATIC) | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
  }

  /** {@code if (Switchboard.method == number) return m$mutant(...); return m$model(...);} */
  private static MethodNode asked(
      MethodNode original,
      String owner,
      String plain,
      String chosen,
      int number,
      boolean isInterface,
      boolean isWatching) {
    var asked = like(original, original.name, original.access);
    var isOff = new LabelNode();
    asked.instructions.add(
        new FieldInsnNode(Opcodes.GETSTATIC, Initialisers.SWITCHBOARD, "method", "I"));
    asked.instructions.add(new LdcInsnNode(number));
    asked.instructions.add(new JumpInsnNode(Opcodes.IF_ICMPNE, isOff));
    handOver(asked, owner, chosen, isInterface);
    asked.instructions.add(isOff);
    asked.instructions.add(new FrameNode(Opcodes.F_SAME, 0, null, 0, null));
    if (isWatching) begin(asked);
    call(asked, owner, plain, isInterface);
    if (isWatching) tell(asked, owner, chosen, number);
    giveBack(asked);
    return asked;
  }

  /** {@code int before = Switchboard.begun();}. */
  private static void begin(MethodNode asked) {
    asked.instructions.add(Initialisers.call("begun", "()I"));
    asked.instructions.add(new VarInsnNode(Opcodes.ISTORE, firstFree(asked)));
  }

  /** The first slot that no parameter takes. */
  private static int firstFree(MethodNode asked) {
    int ofTheReceiver = (asked.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    return ofTheReceiver
        + Vector.of(Type.getArgumentTypes(asked.desc)).map(Type::getSize).sum().intValue();
  }

  /**
   * {@code Switchboard.answered(answer, before, Owner.class, "m$mutant", "(...)...", number, {...})}.
   */
  private static void tell(MethodNode asked, String owner, String chosen, int number) {
    var code = asked.instructions;
    var answer = Type.getReturnType(asked.desc);
    boolean isAnswered = !answer.equals(Type.VOID_TYPE);
    code.add(new InsnNode(isAnswered ? Opcodes.DUP : Opcodes.ACONST_NULL));
    if (isAnswered) box(code, answer);
    code.add(new VarInsnNode(Opcodes.ILOAD, firstFree(asked)));
    code.add(new LdcInsnNode(Type.getObjectType(owner)));
    code.add(new LdcInsnNode(chosen));
    code.add(new LdcInsnNode(asked.desc));
    code.add(new LdcInsnNode(number));
    boolean isStatic = (asked.access & Opcodes.ACC_STATIC) != 0;
    var types = Vector.of(Type.getArgumentTypes(asked.desc));
    if (!isStatic) types = types.prepend(Type.getObjectType(owner));
    code.add(new LdcInsnNode(types.size()));
    code.add(new TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
    int slot = 0;
    for (int i = 0; i < types.size(); i++) {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new LdcInsnNode(i));
      code.add(new VarInsnNode(types.get(i).getOpcode(Opcodes.ILOAD), slot));
      box(code, types.get(i));
      code.add(new InsnNode(Opcodes.AASTORE));
      slot += types.get(i).getSize();
    }
    code.add(
        Initialisers.call(
            "answered",
            "(Ljava/lang/Object;ILjava/lang/Class;Ljava/lang/String;Ljava/lang/String;"
                + "I[Ljava/lang/Object;)V"));
  }

  private static void box(InsnList code, Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN -> code.add(boxed("java/lang/Boolean", "Z"));
      case Type.INT -> code.add(boxed("java/lang/Integer", "I"));
      case Type.OBJECT, Type.ARRAY -> {}
      default -> throw new EngineDefect("no rule is about " + type);
    }
  }

  private static MethodInsnNode boxed(String type, String primitive) {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, type, "valueOf", "(" + primitive + ")L" + type + ";");
  }

  private static MethodNode choosing(
      MethodNode original, String owner, String name, Vector<InCode> mutants, boolean isInterface) {
    var choosing = like(original, name, privately(original.access));
    var labels = mutants.map(mutant -> new LabelNode());
    int[] numbers = mutants.toJavaStream().mapToInt(InCode::number).toArray();
    choosing.instructions.add(
        new FieldInsnNode(Opcodes.GETSTATIC, Initialisers.SWITCHBOARD, "mutant", "I"));
    choosing.instructions.add(
        new LookupSwitchInsnNode(labels.head(), numbers, labels.toJavaArray(LabelNode[]::new)));
    mutants.forEachWithIndex(
        (mutant, index) -> {
          choosing.instructions.add(labels.get(index));
          choosing.instructions.add(new FrameNode(Opcodes.F_SAME, 0, null, 0, null));
          handOver(choosing, owner, nameOf(original, mutant), isInterface);
        });
    return choosing;
  }

  private static MethodNode like(MethodNode original, String name, int access) {
    return new MethodNode(
        Opcodes.ASM9,
        access,
        name,
        original.desc,
        original.signature,
        original.exceptions.toArray(String[]::new));
  }

  private static void handOver(MethodNode method, String owner, String name, boolean isInterface) {
    call(method, owner, name, isInterface);
    giveBack(method);
  }

  private static void giveBack(MethodNode method) {
    method.instructions.add(
        new InsnNode(Type.getReturnType(method.desc).getOpcode(Opcodes.IRETURN)));
  }

  private static void call(MethodNode method, String owner, String name, boolean isInterface) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    int slot = 0;
    if (!isStatic) method.instructions.add(new VarInsnNode(Opcodes.ALOAD, slot++));
    for (Type type : Type.getArgumentTypes(method.desc)) {
      method.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
      slot += type.getSize();
    }
    int call =
        isStatic
            ? Opcodes.INVOKESTATIC
            : isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    method.instructions.add(new MethodInsnNode(call, owner, name, method.desc, isInterface));
  }
}
