package org.coopcheck.counterexamples.mutants.question;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.mutants.bench.Bench;
import org.coopcheck.counterexamples.mutants.bench.Finding;
import org.coopcheck.counterexamples.scenario.ScenarioFiles;
import org.coopcheck.counterexamples.search.ClaimSearch;
import org.coopcheck.counterexamples.search.InvariantSearch;
import org.coopcheck.counterexamples.search.InvariantSearch.Batch;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.claim.Claim;
import org.coopcheck.properties.claim.Claims;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Invariants;

/**
 * A search for properties that look at the same worlds.
 *
 * @param name what it is for: invariants or claims, and the bound
 * @param batch the properties, and where they are looked for
 */
record Search(String name, Batch batch) {
  private static final int STEPS = 2;
  private static final String CLAIMS = "claims: ";

  /** Those for invariants within a small bound, then those for claims, within no more steps. */
  static Vector<Search> of(Variant variant) {
    var bound = Bound.standardFor(Vector.of(variant)).withSteps(Option.some(STEPS));
    return InvariantSearch.batches(Invariants.ALL, bound, true)
        .map(batch -> new Search(Bench.INVARIANTS + batch.bound(), batch))
        .appendAll(
            new ClaimSearch(Claims.ALL, Search::shortened)
                .tasks()
                .filter(task -> task.variant().equals(variant))
                .map(task -> new Search(CLAIMS + task.batch().bound(), task.batch())));
  }

  private static Bound shortened(Bound bound) {
    return bound.withSteps(
        bound.steps().map(steps -> Math.min(steps, STEPS)).orElse(Option.some(STEPS)));
  }

  Vector<Finding> findings(Variant rules) {
    return InvariantSearch.search(rules, batch, Conduct.PLAIN).map(this::finding);
  }

  private Finding finding(Checked checked) {
    return new Finding(
        name(checked.invariant()),
        name.startsWith(CLAIMS),
        checked.verdict().word(),
        checked.verdict() instanceof Verdict.Violated(var counterexample, var others, var more)
            ? ScenarioFiles.write(counterexample.scenario())
            : "");
  }

  /** An invariant that claims rest on bears their ids, too. */
  private static String name(Invariant property) {
    var claims =
        Claims.ALL.filter(
            claim -> claim.checks().exists(check -> check.property().equals(property)));
    return claims.isEmpty()
        ? property.name()
        : property.name() + " (" + claims.map(Claim::id).mkString(", ") + ")";
  }
}
