package org.coopcheck.counterexamples.mutants.code;

import org.objectweb.asm.tree.ClassNode;

/** What is done to the classes of a copy of the project before they are loaded. */
interface Weaver {
  /** Changes the class, or leaves it as it is. */
  void weave(ClassNode node);
}
