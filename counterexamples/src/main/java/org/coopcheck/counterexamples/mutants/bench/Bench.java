package org.coopcheck.counterexamples.mutants.bench;

import java.util.List;

/**
 * One copy of the project, as it can be asked from outside: in strings and numbers, since another
 * copy's classes are other classes.
 */
public interface Bench {
  /** The class that implements it, made anew in each copy. */
  String IMPLEMENTATION = "org.coopcheck.counterexamples.mutants.question.ModelBench";

  /** Begins the names of searches for invariants. */
  String INVARIANTS = "invariants: ";

  /**
   * Says what is to be asked about.
   *
   * @param variant whose rows, claims and invariants are asked
   * @param rules the rules that answer; the same, or another answer in one cell
   */
  void begin(String variant, String rules);

  /** The rows that name the variant, those of the fewest steps first. */
  List<String> rows();

  /**
   * @param row the place of a row
   * @return how what comes of it is not what the row says; empty if it is
   */
  String mismatch(int row);

  /** The row as a scenario. */
  String scenarioOf(int row);

  /** The searches for invariants and for what claims predict, those of the smallest bounds first. */
  List<String> searches();

  /**
   * @param search the place of a search
   * @return what became of each property, in the order of the search
   */
  List<Finding> search(int search);

  /** The bounds that are walked through, world by world. */
  List<String> walks();

  /**
   * @param walk the place of a walk
   * @return its beginning
   */
  Walk walk(int walk);
}
