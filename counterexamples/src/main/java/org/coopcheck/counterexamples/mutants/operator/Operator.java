package org.coopcheck.counterexamples.mutants.operator;

import io.vavr.collection.Vector;

/** One kind of slip that somebody who writes a rule down could make. */
public interface Operator {

  /** Its name: {@code condition-negated}. */
  String word();

  /** What it does, in a few plain words. */
  String meaning();

  /**
   * @param method a method
   * @param place an instruction of the method
   * @return the slips of this kind that can be made there
   */
  Vector<Edit> edits(MethodCode method, int place);

  /** All kinds, in the order in which they are listed. */
  Vector<Operator> ALL =
      Vector.of(
          new ConditionNegated(),
          new ConditionFixed(),
          new StepRemoved(),
          new OperandsExchanged(),
          new OtherFact(),
          new OtherVariable(),
          new ValueMissing(),
          new OtherValue(),
          new AnswerFlipped(),
          new OtherCase(),
          new OtherQuantifier(),
          new NothingAnswered());
}
