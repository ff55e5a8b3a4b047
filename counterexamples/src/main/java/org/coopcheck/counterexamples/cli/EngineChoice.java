package org.coopcheck.counterexamples.cli;

import io.vavr.collection.Vector;
import java.util.Locale;
import org.coopcheck.counterexamples.search.Engine;
import org.coopcheck.counterexamples.search.InvariantSearch.Wish;
import org.coopcheck.counterexamples.search.RandomEngine;
import org.coopcheck.counterexamples.solver.SolverEngine;
import org.coopcheck.counterexamples.tworuns.TwoRunEngine;

/** Which engines a command is told to use. */
enum EngineChoice {
  EXHAUSTIVE,
  RANDOM,
  SOLVER,
  ALL;

  /** The word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param wish what is wanted besides verdicts
   * @param seed where chance begins
   * @param tries how many runs chance draws
   */
  Vector<Engine> engines(Wish wish, long seed, int tries) {
    return switch (this) {
      case EXHAUSTIVE -> Vector.of(new TwoRunEngine(wish));
      case RANDOM -> Vector.of(new RandomEngine(seed, tries, wish));
      case SOLVER -> Vector.of(new SolverEngine());
      case ALL ->
          Vector.of(EXHAUSTIVE, RANDOM, SOLVER).flatMap(each -> each.engines(wish, seed, tries));
    };
  }
}
