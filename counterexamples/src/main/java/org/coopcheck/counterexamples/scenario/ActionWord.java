package org.coopcheck.counterexamples.scenario;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/** The words that begin a step, each with the members that the step may have, in their order. */
enum ActionWord {
  TAB(Vector.of("url"), Vector.empty()),
  IFRAME(Vector.of("in"), Vector.of("url", "sandbox", "allow", "credentialless")),
  OPEN(Vector.of("by"), Vector.of("url", "target", "features")),
  NAVIGATE(Vector.of("url"), Vector.of("by")),
  TRAVERSE(Vector.of("delta"), Vector.empty()),
  RELOAD(Vector.empty(), Vector.empty()),
  CLOSE(Vector.empty(), Vector.of("by")),
  ACCESS(Vector.of("by", "property"), Vector.of("set", "through")),
  SCRIPT(Vector.of("by"), Vector.empty()),
  SET_NAME(Vector.of("name"), Vector.empty()),
  FIND(Vector.of("by", "name"), Vector.empty()),
  PUSH_STATE(Vector.of("url"), Vector.empty()),
  DOCUMENT_OPEN(Vector.of("by"), Vector.empty());

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Vector<String> required;
  private final Vector<String> optional;

  ActionWord(Vector<String> required, Vector<String> optional) {
    this.required = required;
    this.optional = optional;
  }

  static Vector<String> words() {
    return Vector.of(values()).map(ActionWord::word);
  }

  static Option<ActionWord> of(String word) {
    return Vector.of(values()).find(each -> each.word.equals(word));
  }

  /** Whether some step has such a member. */
  static boolean isMember(String key) {
    return Vector.of(values()).exists(each -> each.members().contains(key));
  }

  /** As files have it. */
  String word() {
    return word;
  }

  Vector<String> required() {
    return required;
  }

  Vector<String> members() {
    return required.appendAll(optional);
  }

  /** Whether the step gives its label to a window. */
  boolean isMaker() {
    return this == OPEN || isOnlyMaker();
  }

  /** Whether the step must give a label that no step before has given. */
  boolean isOnlyMaker() {
    return this == TAB || this == IFRAME;
  }
}
