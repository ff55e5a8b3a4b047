package org.coopcheck.counterexamples.search;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.BreadthFirstSearch;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.engine.SearchPlan;
import org.coopcheck.counterexamples.engine.StateCheck;
import org.coopcheck.counterexamples.engine.StopWhen;
import org.coopcheck.counterexamples.engine.Trace;
import org.coopcheck.counterexamples.observation.Observable;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.PairSystem.Pair;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;

/** Searches for the smallest scenarios that two variants do not answer alike, one for each cause. */
public final class DifferenceSearch {
  private DifferenceSearch() {}

  /**
   * What is asked.
   *
   * @param a the one variant
   * @param b the other
   * @param bound how far is looked
   * @param wanted the kinds of facts that count as a difference
   * @param most how many causes are enough
   */
  public record Question(
      Variant a, Variant b, Bound bound, SortedSet<Observable> wanted, int most) {}

  /**
   * A scenario that the two answer differently, reduced until nothing can be dropped from it.
   *
   * @param scenario the scenario
   * @param divergence where its runs part
   */
  public record Found(Scenario scenario, Divergence divergence) {}

  /**
   * What was found within one bound.
   *
   * @param question what was asked
   * @param found for each cause the smallest scenario; those of the fewest steps first
   * @param end why the search ended
   * @param pairs the distinct pairs of worlds that it stored
   */
  public record Answer(Question question, Vector<Found> found, SearchEnd end, int pairs) {}

  /**
   * What was found by one or more searches for the same two variants.
   *
   * @param answers what each of them found, within its bound
   * @param most how many causes are enough
   */
  public record Answers(Vector<Answer> answers, int most) {

    /** For each cause the smallest scenario; those of the fewest steps first. */
    public Vector<Found> found() {
      return all().take(most);
    }

    private Vector<Found> all() {
      return answers
          .flatMap(Answer::found)
          .sortBy(found -> found.scenario().steps().size())
          .distinctBy(found -> found.divergence().cause().key());
    }

    /** Whether there may be causes that are not among those that were found. */
    public boolean mayHaveMore() {
      return all().size() > most
          || answers.exists(answer -> answer.end() instanceof SearchEnd.Found);
    }

    /** What the searches ran out of, if they were cut short. */
    public Option<SearchEnd.Budget> cutShort() {
      return answers
          .flatMap(
              answer ->
                  answer.end() instanceof SearchEnd.CutShort(var budget)
                      ? Option.some(budget)
                      : Option.none())
          .headOption();
    }
  }

  /**
   * @param question what is asked
   * @param conduct what the search may use
   */
  public static Answer search(Question question, Conduct conduct) {
    var bound = question.bound();
    var universe = new Universe(bound);
    var result =
        BreadthFirstSearch.search(
            () ->
                new PairSystem(
                    universe, question.a(), question.b(), question.wanted(), conduct.symmetry()),
            new SearchPlan<>(
                Vector.of(new Parted(question.most())),
                StopWhen.ALL_ARE_FOUND,
                bound.steps().fold(conduct::limits, conduct.limits()::withSteps),
                conduct.progress()::accept,
                conduct.cancellation(),
                conduct.storage(),
                conduct.workers(),
                conduct.log()));
    return new Answer(
        question,
        result.findings().map(finding -> found(question, universe, finding.trace())),
        result.end(),
        result.distinct());
  }

  private static Found found(Question question, Universe universe, Trace<Pair, Action> trace) {
    var variants = Vector.of(question.a(), question.b());
    var capabilities = question.bound().capabilities();
    var cause = trace.last().together().cause().get();
    var scenario =
        Scenarios.of(
            "%s and %s differ".formatted(question.a(), question.b()),
            trace.actions(),
            universe.server(),
            variants,
            capabilities);
    if (divergence(question, scenario, cause).isEmpty()) {
      throw new EngineDefect(
          "the run that parts them does not when it is replayed: " + cause.key());
    }
    var smallest =
        new Reduction(
                smaller -> divergence(question, smaller, cause).isDefined(), variants, capabilities)
            .of(scenario);
    return new Found(smallest, divergence(question, smallest, cause).get());
  }

  /** Where the runs of the scenario part, if it is for that cause. */
  private static Option<Divergence> divergence(Question question, Scenario scenario, Cause cause) {
    return Divergence.of(
            scenario,
            question.a(),
            question.b(),
            question.bound().capabilities(),
            question.wanted())
        .filter(each -> each.cause().key().equals(cause.key()));
  }

  /** Of each cause there is one pair that is parted: so each is hit once, nearest first. */
  private record Parted(int enough) implements StateCheck<Pair, Action> {

    @Override
    public String name() {
      return "difference";
    }

    @Override
    public boolean isHitBy(Pair initial) {
      return false;
    }

    @Override
    public boolean isHitBy(Pair before, Action action, Pair after) {
      return after.together().isParted();
    }
  }
}
