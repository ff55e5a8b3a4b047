package org.coopcheck.model.decision;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where the algorithms of one step note what they decided. */
public interface Decisions {

  /** Nobody listens: the operands are not even written down. */
  Decisions UNHEARD = (rule, result, given) -> {};

  /**
   * @param rule the rule that was asked
   * @param result its answer
   * @param given its operands; asked for only if somebody listens
   */
  void note(Rule rule, Object result, Supplier<Vector<Decision.Operand>> given);

  /** Decisions of one step that are kept, in order. Made for one step and thrown away. */
  final class Kept implements Decisions {
    private final List<Decision> kept = new ArrayList<>();

    @Override
    public void note(Rule rule, Object result, Supplier<Vector<Decision.Operand>> given) {
      kept.add(new Decision(rule, given.get(), result.toString()));
    }

    /** What was decided so far. */
    public Vector<Decision> inOrder() {
      return Vector.ofAll(kept);
    }
  }
}
