package org.coopcheck.counterexamples.secrecy;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import org.coopcheck.counterexamples.engine.BreadthFirstSearch;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.engine.SearchPlan;
import org.coopcheck.counterexamples.engine.SearchResult;
import org.coopcheck.counterexamples.engine.StateCheck;
import org.coopcheck.counterexamples.engine.StopWhen;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.Minimiser;
import org.coopcheck.counterexamples.search.RunSearch;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.counterexamples.secrecy.Knowledge.Possible;
import org.coopcheck.counterexamples.secrecy.Knowledge.Taken;
import org.coopcheck.model.http.Response;
import org.coopcheck.model.origin.Url;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.scenario.Answer;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.SecrecyInvariants;
import org.coopcheck.properties.secrecy.Twins;

/**
 * Looks for reports that tell an origin a secret.
 *
 * @param invariant one of {@link SecrecyInvariants}
 */
public record SecrecySearch(Invariant invariant) implements RunSearch {
  private static final String LEAK = "leak";
  private static final String WITNESS = "witness";

  @Override
  public Bound standardFor(Variant variant) {
    return Bound.standardFor(Vector.of(variant))
        .withOrigins(3)
        .withRedirects(1)
        .withValues(Vector.of(OpenerPolicyValue.UNSAFE_NONE, OpenerPolicyValue.SAME_ORIGIN))
        .withKinds(
            TreeSet.of(
                StepKind.OPEN,
                StepKind.NAVIGATE,
                StepKind.IFRAME,
                StepKind.REPORT_ONLY,
                StepKind.REPORT_ENDPOINT,
                StepKind.ACCESS));
  }

  @Override
  public Checked search(Variant variant, Bound bound, Conduct conduct, int findings) {
    var universe = new Universe(bound);
    var secret = SecrecyInvariants.secretOf(invariant);
    var result =
        BreadthFirstSearch.search(
            () -> new KnowledgeSystem(universe, variant, secret, true),
            new SearchPlan<>(
                checks(findings),
                StopWhen.ALL_ARE_FOUND,
                bound.steps().fold(conduct::limits, conduct.limits()::withSteps),
                conduct.progress()::accept,
                conduct.cancellation(),
                conduct.storage(),
                conduct.workers(),
                conduct.log()));
    return new Checked(
        variant,
        invariant,
        bound,
        verdict(variant, universe, result),
        result.isComplete(),
        result.distinct(),
        result.transitions(),
        result.bytes(),
        result.elapsed(),
        ExhaustiveEngine.NAME,
        Option.none(),
        Option.none());
  }

  /** With more than one finding: of each type of report that leaks the shortest run. */
  private static Vector<StateCheck<Knowledge, String>> checks(int findings) {
    Vector<StateCheck<Knowledge, String>> leaks =
        findings == 1
            ? Vector.of(new Leaks(LEAK, any -> true))
            : Vector.of(ReportType.values())
                .map(type -> new Leaks(LEAK + " by " + type, type::equals));
    return leaks.append(new Tells());
  }

  private Verdict verdict(
      Variant variant, Universe universe, SearchResult<Knowledge, String> result) {
    var minimiser = new Minimiser(invariant, variant, universe.bound().capabilities());
    var leaks =
        result
            .findings()
            .reject(finding -> finding.check().equals(WITNESS))
            .map(finding -> scenario(variant, universe, finding.trace().last()))
            .map(minimiser::counterexample)
            .distinctBy(Verdict.Counterexample::scenario);
    if (!leaks.isEmpty()) return new Verdict.Violated(leaks.head(), leaks.tail(), true);
    if (result.end() instanceof SearchEnd.CutShort(var budget)) {
      return new Verdict.Undecided(budget);
    }
    return result.trace(WITNESS).isDefined()
        ? new Verdict.Holds(
            universe.bound(),
            result.isComplete() ? Verdict.Extent.FIXPOINT : Verdict.Extent.SO_MANY_STEPS,
            result.missed())
        : new Verdict.Vacuous(universe.bound(), result.missed());
  }

  /** One of two runs that leak, the plainer one, with the pages of both. */
  private Scenario scenario(Variant variant, Universe universe, Knowledge leak) {
    var shown = leak.possible().minBy(SecrecySearch::oddity).get();
    var capabilities = universe.bound().capabilities();
    return new Scenario(
        "%s: %s is violated".formatted(variant.name(), invariant.name()),
        Option.some(variant.name()),
        Option.when(!capabilities.equals(Capabilities.ALL), capabilities),
        leak.possible()
            .flatMap(Possible::steps)
            .flatMap(taken -> taken.action().destination())
            .foldLeft(
                (SortedMap<Url, Vector<Answer>>) TreeMap.<Url, Vector<Answer>>empty(),
                (answers, url) -> withAnswersOf(answers, universe, url)),
        shown.steps().map(Taken::action));
  }

  /** What a run has that the other has not: twins count, a step that is missing counts more. */
  private static int oddity(Possible run) {
    int twins =
        run.steps()
            .count(
                taken ->
                    taken.redirectsToTwins() || taken.action().destination().exists(Twins::isTwin));
    return twins - 100 * run.steps().size();
  }

  /** With those of the pages that it redirects to. */
  private static SortedMap<Url, Vector<Answer>> withAnswersOf(
      SortedMap<Url, Vector<Answer>> answers, Universe universe, Url url) {
    var own = universe.server().answers().get(url.withoutFragment());
    if (own.isEmpty()) return answers;
    var more = answers.put(url.withoutFragment(), own.get());
    return own.get().head().to(url) instanceof Response.Answered response
        ? response.locationUrl().map(to -> withAnswersOf(more, universe, to)).getOrElse(more)
        : more;
  }

  /** An origin was told two things. */
  private record Leaks(String name, Predicate<ReportType> counts)
      implements StateCheck<Knowledge, String> {

    @Override
    public boolean isHitBy(Knowledge initial) {
      return false;
    }

    @Override
    public boolean isHitBy(Knowledge before, String action, Knowledge after) {
      return after.leak().exists(counts);
    }
  }

  /** It was told one thing, and the runs differ. */
  private record Tells() implements StateCheck<Knowledge, String> {
    @Override
    public String name() {
      return WITNESS;
    }

    @Override
    public boolean isHitBy(Knowledge initial) {
      return false;
    }

    @Override
    public boolean isHitBy(Knowledge before, String action, Knowledge after) {
      return after.wasTold() && !after.isLeak();
    }
  }
}
