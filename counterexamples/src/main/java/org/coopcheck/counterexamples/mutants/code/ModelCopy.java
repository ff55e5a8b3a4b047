package org.coopcheck.counterexamples.mutants.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.coopcheck.counterexamples.mutants.bench.Bench;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * A copy of this project in which some classes are changed. It has its own static fields, so that
 * nothing that unchanged code has made is left in it; libraries, and the bench through which it is
 * asked, are shared by all copies.
 */
public final class ModelCopy extends ClassLoader {
  private static final String PROJECT = "org.coopcheck.";
  private static final String SHARED = Bench.class.getPackageName() + ".";

  private final Weaver weaver;

  static {
    registerAsParallelCapable();
  }

  private ModelCopy(Weaver weaver) {
    super(ModelCopy.class.getClassLoader());
    this.weaver = weaver;
  }

  /** A copy that says which points of the code it reaches. */
  public static ModelCopy recording(RuleCode code) {
    return new ModelCopy(new Recording(code));
  }

  /** A copy that is as it is written, until the switchboard turns one of its mutants on. */
  public static ModelCopy switching(RuleCode code) {
    return new ModelCopy(new Switching(code));
  }

  /** A copy that has one mutant, from its first static initialiser on. */
  public static ModelCopy of(RuleCode code, RuleMethod.InCode mutant) {
    return new ModelCopy(new Single(code, code.methodOf(mutant), mutant));
  }

  /** A copy that is as it is written. */
  public static ModelCopy plain() {
    return new ModelCopy(node -> {});
  }

  /** Runs what runs once when the class is first used. */
  public void initialise(String className) {
    try {
      Class.forName(className.replace('/', '.'), true, this);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(className, e);
    }
  }

  /** Makes an object of a class of this copy that has a constructor without parameters. */
  public <T> T make(Class<T> type, String className) {
    try {
      var constructor = loadClass(className).getDeclaredConstructor();
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PROJECT) || name.startsWith(SHARED)) return super.loadClass(name, resolve);
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (var stream = getParent().getResourceAsStream(file)) {
      if (stream == null) throw new ClassNotFoundException(name);
      byte[] woven = woven(stream.readAllBytes());
      return defineClass(name, woven, 0, woven.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] woven(byte[] bytes) {
    var node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    weaver.weave(node);
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }
}
