package org.coopcheck.model.decision;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;

/** Where the algorithms of one step note what they decided. */
public interface Decisions {

  /** Nobody listens: the operands are not even written down. */
  Decisions UNHEARD = (rule, answer, given) -> {};

  /**
   * @param rule the rule that was asked
   * @param answer its answer
   * @param given its operands; asked for only if somebody listens
   */
  void note(Rule rule, Answer answer, Supplier<Vector<Decision.Operand>> given);

  /** Decisions of one step that are kept, in order. Made for one step and thrown away. */
  final class Kept implements Decisions {
    private final List<Decision> kept = new ArrayList<>();

    @Override
    public void note(Rule rule, Answer answer, Supplier<Vector<Decision.Operand>> given) {
      rule.mustBeAbleToSay(answer);
      kept.add(new Decision(rule, given.get(), answer.text()));
    }

    /** What was decided so far. */
    public Vector<Decision> inOrder() {
      return Vector.ofAll(kept);
    }
  }

  /** Which answers were given, and how often; the operands are not asked for. */
  final class Counted implements Decisions {
    private final EnumMap<Rule, java.util.TreeMap<String, Long>> counts = new EnumMap<>(Rule.class);

    @Override
    public void note(Rule rule, Answer answer, Supplier<Vector<Decision.Operand>> given) {
      rule.mustBeAbleToSay(answer);
      counts
          .computeIfAbsent(rule, first -> new java.util.TreeMap<>())
          .merge(answer.word(), 1L, Long::sum);
    }

    /** What was reached so far. */
    public Coverage coverage() {
      return new Coverage(
          TreeMap.<Rule, java.util.TreeMap<String, Long>>ofAll(counts).mapValues(TreeMap::ofAll));
    }
  }
}
