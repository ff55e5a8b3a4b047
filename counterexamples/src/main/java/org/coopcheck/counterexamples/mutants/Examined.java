package org.coopcheck.counterexamples.mutants;

/**
 * What is known of a mutant.
 *
 * @param number its number
 * @param fate what became of it
 * @param by what noticed it, or where it differs; empty if nothing does
 * @param what what is otherwise, in one sentence; empty if nothing is
 * @param scenario the smallest scenario that shows it; empty if there is none
 */
public record Examined(int number, Fate fate, String by, String what, String scenario) {
  /** Nothing was asked, or all answered as before. */
  static Examined of(int number, Fate fate) {
    return new Examined(number, fate, "", "", "");
  }

  /** The same as it is told under the variant where nothing notices it. */
  Examined elsewhere(String asked) {
    return fate.isNoticed()
        ? new Examined(number, Fate.NOTICED_ELSEWHERE, asked + ": " + by, what, scenario)
        : this;
  }

  /** The same with the scenario that shows it. */
  Examined withScenario(String shown) {
    return new Examined(number, fate, by, what, shown);
  }
}
