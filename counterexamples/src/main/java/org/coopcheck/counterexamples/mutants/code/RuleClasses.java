package org.coopcheck.counterexamples.mutants.code;

import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.coopcheck.model.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes that rules are written in. Left out is what decides nothing: parsers of text, ids,
 * catalogues of variants, what builders and records have without being written, and what the model
 * asserts of itself.
 */
final class RuleClasses {
  private static final String MODEL = "org/coopcheck/model/";
  private static final String OPERANDS =
      "Lio/vavr/collection/Vector<L" + MODEL + "decision/Decision$Operand;>;";

  private static final Vector<String> PACKAGES =
      Vector.of(
          "action",
          "agent",
          "context",
          "navigation",
          "process",
          "reporting",
          "variant",
          "window",
          "world");

  private static final Vector<String> ALSO =
      Vector.of(
          "origin/OpaqueOrigin",
          "origin/Origin",
          "origin/Site",
          "origin/TupleOrigin",
          "policy/Allowlist",
          "policy/BrowsingContextGroupSwitches",
          "policy/CoopComparison",
          "policy/CrossOriginResourcePolicies",
          "policy/EmbedderPolicies",
          "policy/EmbedderPolicy",
          "policy/EmbedderPolicyValue",
          "policy/OpenerPolicies",
          "policy/OpenerPolicy",
          "policy/OpenerPolicyValue",
          "policy/PermissionsPolicy",
          "policy/PolicyContainer",
          "policy/Referrers",
          "policy/Swap");

  private static final TreeSet<String> NO_RULES =
      TreeSet.of(
          "variant/Choice",
          "variant/Choices",
          "variant/TableCells",
          "variant/Variants",
          "world/WellFormedness");

  private static final TreeSet<String> WORDS =
      TreeSet.of(
          "toString", "hashCode", "equals", "compareTo", "word", "valueOf", "values", "$values");

  /** Their names, sorted. */
  static final Vector<String> NAMES = names();

  private RuleClasses() {}

  /** The methods of a class that are written as rules. */
  static Vector<MethodNode> methodsOf(ClassNode owner) {
    return Vector.ofAll(owner.methods)
        .filter(method -> method.instructions.size() > 0)
        .reject(method -> method.name.equals("<init>") || WORDS.contains(method.name))
        .reject(method -> method.name.equals("<clinit>") && isCatalogue(owner))
        .reject(method -> isSynthetic(method) && !method.name.startsWith("lambda$"))
        .reject(method -> isComponent(owner, method))
        .reject(RuleClasses::isExplanation);
  }

  /** The name of the method that a reader sees: that around a lambda. */
  static String sourceName(String name) {
    if (name.equals("<clinit>")) return "static";
    return name.startsWith("lambda$") ? name.split("\\$", 3)[1] : name;
  }

  /** What it makes is named and described there; what it does is in methods. */
  private static boolean isCatalogue(ClassNode owner) {
    return (owner.access & Opcodes.ACC_ENUM) != 0 || owner.name.endsWith("Choices");
  }

  private static boolean isSynthetic(MethodNode method) {
    return (method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0;
  }

  /** What a decision was about, for whoever listens. */
  private static boolean isExplanation(MethodNode method) {
    return method.signature != null && method.signature.endsWith(OPERANDS);
  }

  private static boolean isComponent(ClassNode owner, MethodNode method) {
    return owner.recordComponents != null
        && Vector.ofAll(owner.recordComponents)
            .exists(
                component ->
                    component.name.equals(method.name)
                        && method.desc.equals("()" + component.descriptor));
  }

  private static Vector<String> names() {
    return all()
        .map(name -> name.substring(MODEL.length()))
        .filter(RuleClasses::hasRules)
        .sorted()
        .map(name -> MODEL + name);
  }

  private static boolean hasRules(String name) {
    String top = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    boolean isIn =
        PACKAGES.exists(each -> top.startsWith(each + "/") && !top.startsWith("variant/broken/"))
            || ALSO.contains(top);
    return isIn
        && !NO_RULES.contains(top)
        && !top.endsWith("package-info")
        && !top.endsWith("Builder")
        && !name.matches(".*\\$\\d+");
  }

  /** All classes of the model, in a folder or in a jar. */
  private static Vector<String> all() {
    try {
      URI place = World.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      var path = Path.of(place);
      if (Files.isDirectory(path)) return classesIn(path);
      try (var jar = FileSystems.newFileSystem(path, Map.of())) {
        return classesIn(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Vector<String> classesIn(Path root) throws IOException {
    try (var files = Files.walk(root.resolve(MODEL))) {
      return Vector.ofAll(files.map(file -> root.relativize(file).toString()))
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('\\', '/'));
    }
  }
}
