package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.signature.SignatureWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The compiled classes of this project, as they are on the class path. */
public final class Classes {
  private static final String PROJECT = "org/coopcheck/";

  private final Map<String, Option<ClassNode>> read = new HashMap<>();

  /**
   * @param internalName the name of a class, with slashes
   * @return the class; none if it is not the project's
   */
  public Option<ClassNode> find(String internalName) {
    return internalName.startsWith(PROJECT)
        ? read.computeIfAbsent(internalName, Classes::load)
        : Option.none();
  }

  /** Whether the type is an enum of the project. */
  boolean isEnum(String internalName) {
    return find(internalName).exists(node -> (node.access & Opcodes.ACC_ENUM) != 0);
  }

  /** The types of the parameters of a method, with what they are collections of. */
  Vector<String> parameters(MethodInsnNode call) {
    var erased = Vector.of(Type.getArgumentTypes(call.desc)).map(Type::getDescriptor);
    return find(call.owner)
        .flatMap(
            owner ->
                Vector.ofAll(owner.methods)
                    .find(each -> each.name.equals(call.name) && each.desc.equals(call.desc)))
        .flatMap(method -> Option.of(method.signature))
        .map(Classes::parameters)
        .filter(exact -> exact.size() == erased.size())
        .getOrElse(erased);
  }

  private static Vector<String> parameters(String signature) {
    List<SignatureWriter> parameters = new ArrayList<>();
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(Opcodes.ASM9) {
              @Override
              public SignatureVisitor visitParameterType() {
                parameters.add(new SignatureWriter());
                return parameters.getLast();
              }
            });
    return Vector.ofAll(parameters).map(SignatureWriter::toString);
  }

  private static Option<ClassNode> load(String internalName) {
    var loader = Classes.class.getClassLoader();
    try (var stream = loader.getResourceAsStream(internalName + ".class")) {
      if (stream == null) return Option.none();
      var node = new ClassNode();
      new ClassReader(stream).accept(node, 0);
      return Option.some(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
