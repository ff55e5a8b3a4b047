package org.coopcheck.counterexamples.mutants;

/** What became of a mutant. */
public enum Fate {
  NOTICED_BY_A_ROW("noticed by a row", "a row of tests or browsers says otherwise"),
  NOTICED_BY_AN_INVARIANT("noticed by an invariant", "the verdict on an invariant is another one"),
  NOTICED_BY_A_CLAIM("noticed by a claim", "the verdict on what a claim predicts is another one"),
  NOTICED_ELSEWHERE(
      "noticed elsewhere",
      "the same here, or not reached; under another variant a row, an invariant or a claim says"
          + " otherwise"),
  FAULTS("faults", "the model, or what asks it, stops with an exception"),
  DOES_NOT_END("does not end", "a question is not answered within the deadline"),
  DIFFERS("differs", "nothing notices, but results tell something else of a scenario"),
  DIFFERS_INSIDE("differs inside", "worlds differ, but nothing that results tell does"),
  SAME("same", "every world of the bounds is the same, step for step"),
  REACHED_ELSEWHERE(
      "reached elsewhere", "not reached here; it is under another variant, where nothing notices"),
  NOT_REACHED("not reached", "no question reaches the code");

  private final String words;
  private final String meaning;

  Fate(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  /** Its name for readers. */
  public String words() {
    return words;
  }

  /** What it means, as a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Whether something says, of the variant that is asked about, that the mutant is wrong. */
  public boolean isNoticed() {
    return switch (this) {
      case NOTICED_BY_A_ROW, NOTICED_BY_AN_INVARIANT, NOTICED_BY_A_CLAIM, FAULTS, DOES_NOT_END ->
          true;
      case NOTICED_ELSEWHERE, DIFFERS, DIFFERS_INSIDE, SAME, REACHED_ELSEWHERE, NOT_REACHED ->
          false;
    };
  }

  /** Whether the variant that is asked about reaches the mutant, and nothing notices it anywhere. */
  public boolean isSurvival() {
    return this == DIFFERS || this == DIFFERS_INSIDE || this == SAME;
  }

  /** Whether the variant that is asked about does not reach it, and nothing notices it elsewhere. */
  public boolean isOutOfReach() {
    return this == REACHED_ELSEWHERE || this == NOT_REACHED;
  }
}
