package org.coopcheck.counterexamples.rollout;

import io.vavr.Function1;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.BreadthFirstSearch;
import org.coopcheck.counterexamples.engine.EngineDefect;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.engine.SearchPlan;
import org.coopcheck.counterexamples.engine.SearchResult;
import org.coopcheck.counterexamples.engine.StateCheck;
import org.coopcheck.counterexamples.engine.StopWhen;
import org.coopcheck.counterexamples.engine.Trace;
import org.coopcheck.counterexamples.rollout.TrialSystem.Trial;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.Reduction;
import org.coopcheck.counterexamples.search.Scenarios;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.rollout.Announcement;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Enforcement;
import org.coopcheck.properties.rollout.FalseAlarm;
import org.coopcheck.properties.rollout.Rehearsal;

/**
 * Searches for the smallest scenarios in which enforcing report-only policies breaks something, one
 * for each cause.
 */
public final class CoverageSearch {
  /** How far is looked if nothing else is said: nothing is enforced. */
  public static final Bound STANDARD =
      new Bound(
          2,
          1,
          2,
          1,
          Option.some(4),
          Vector.of(
              OpenerPolicyValue.UNSAFE_NONE,
              OpenerPolicyValue.SAME_ORIGIN_ALLOW_POPUPS,
              OpenerPolicyValue.SAME_ORIGIN),
          TreeSet.of(
              StepKind.OPEN,
              StepKind.NAVIGATE,
              StepKind.IFRAME,
              StepKind.SANDBOX,
              StepKind.REPORT_ONLY,
              StepKind.REPORT_ENDPOINT,
              StepKind.ACCESS),
          Capabilities.ALL);

  /** The same with pages that enforce a policy already, and may try another one besides. */
  public static final Bound WITH_BOTH_POLICIES =
      STANDARD
          .withFrames(0)
          .withRedirects(0)
          .withSteps(Option.some(3))
          .withKinds(
              STANDARD
                  .kinds()
                  .remove(StepKind.IFRAME)
                  .remove(StepKind.SANDBOX)
                  .add(StepKind.BOTH_POLICIES));

  private static final String BREAKAGE = "breakage";
  private static final String FALSE_ALARM = "false alarm";
  // More than there can be.
  private static final int ALL = 10_000;

  private CoverageSearch() {}

  /**
   * What is asked.
   *
   * @param variant the rules
   * @param bound how far is looked
   */
  public record Question(Variant variant, Bound bound) {}

  /**
   * A scenario in which something breaks, reduced until nothing can be dropped from it.
   *
   * @param rehearsed the scenario and its two runs
   * @param breakage what breaks
   */
  public record Found(Rehearsed rehearsed, Breakage breakage) {}

  /**
   * A scenario with a report that nothing comes of, reduced in the same way.
   *
   * @param rehearsed the scenario and its two runs
   * @param alarm the report
   */
  public record Alarm(Rehearsed rehearsed, FalseAlarm alarm) {}

  /**
   * What was found.
   *
   * @param question what was asked
   * @param found for each cause the smallest scenario: the silent ones first, then those of the
   *     fewest steps
   * @param alarm the smallest scenario with a false alarm, if there is one
   * @param end why the search ended
   * @param pairs the distinct pairs of worlds that it stored
   * @param transitions the steps that it tried
   */
  public record Answer(
      Question question,
      Vector<Found> found,
      Option<Alarm> alarm,
      SearchEnd end,
      int pairs,
      long transitions) {

    /** Those of one kind. */
    public Vector<Found> announcedBy(Announcement.Kind kind) {
      return found.filter(each -> each.breakage().announcement().kind() == kind);
    }

    /** What the search ran out of, if it was cut short. */
    public Option<SearchEnd.Budget> cutShort() {
      return end instanceof SearchEnd.CutShort(var budget) ? Option.some(budget) : Option.none();
    }
  }

  /**
   * @param question what is asked
   * @param conduct what the search may use
   */
  public static Answer search(Question question, Conduct conduct) {
    var universe = Universe.ofATrial(question.bound());
    var result =
        searched(
            question,
            universe,
            Vector.of(
                new Look(BREAKAGE, false, ALL, Trial::isBroken),
                new Look(FALSE_ALARM, true, 1, pair -> !pair.rehearsal().falseAlarms().isEmpty())),
            StopWhen.NEVER,
            conduct);
    return new Answer(
        question,
        result
            .traces(BREAKAGE)
            .map(trace -> found(question, universe, trace))
            .sortBy(each -> each.rehearsed().scenario().steps().size())
            .sortBy(each -> each.breakage().announcement().kind().ordinal()),
        result.trace(FALSE_ALARM).map(trace -> alarm(question, universe, trace)),
        result.end(),
        result.distinct(),
        result.transitions());
  }

  /** The search itself. */
  static SearchResult<Trial, Action> searched(
      Question question,
      Universe universe,
      Vector<StateCheck<Trial, Action>> checks,
      StopWhen stopWhen,
      Conduct conduct) {
    return BreadthFirstSearch.search(
        () -> new TrialSystem(universe, question.variant()),
        new SearchPlan<>(
            checks,
            stopWhen,
            question.bound().steps().fold(conduct::limits, conduct.limits()::withSteps),
            conduct.progress()::accept,
            conduct.cancellation(),
            conduct.storage(),
            conduct.workers(),
            conduct.log()));
  }

  private static Found found(Question question, Universe universe, Trace<Trial, Action> trace) {
    String cause = trace.last().rehearsal().breakages().head().cause();
    var smallest =
        reduced(
            question,
            scenario(question, universe, trace, "Enforcing breaks what report-only does not tell"),
            rehearsal -> breakage(rehearsal, cause).isDefined());
    return new Found(smallest, breakage(smallest.rehearsal(), cause).get());
  }

  private static Option<Breakage> breakage(Rehearsal rehearsal, String cause) {
    return rehearsal.breakages().find(each -> each.cause().equals(cause));
  }

  private static Alarm alarm(Question question, Universe universe, Trace<Trial, Action> trace) {
    var smallest =
        reduced(
            question,
            scenario(question, universe, trace, "A report of what does not happen"),
            rehearsal -> !rehearsal.falseAlarms().isEmpty());
    return new Alarm(smallest, smallest.rehearsal().falseAlarms().head());
  }

  /** The steps of a search as a scenario that stands for itself. */
  static Scenario scenario(
      Question question, Universe universe, Trace<Trial, Action> trace, String title) {
    return Scenarios.of(
        title,
        trace.actions(),
        universe.server(),
        Vector.of(question.variant()),
        question.bound().capabilities());
  }

  private static Rehearsed rehearsed(Question question, Scenario scenario) {
    return Rehearsed.of(
        scenario, Enforcement.OF_ALL, question.variant(), question.bound().capabilities());
  }

  /** An endpoint is never dropped: it is no news that nobody is told who names none. */
  private static Rehearsed reduced(
      Question question, Scenario found, Function1<Rehearsal, Boolean> shows) {
    Function1<Scenario, Boolean> stillShows =
        scenario ->
            Enforcement.everybodyListensIn(scenario)
                && shows.apply(rehearsed(question, scenario).rehearsal());
    if (!stillShows.apply(found)) {
      throw new EngineDefect("what breaks in the search does not when it is replayed: " + found);
    }
    var smallest =
        new Reduction(stillShows, Vector.of(question.variant()), question.bound().capabilities())
            .of(found);
    return rehearsed(question, smallest);
  }

  /**
   * Looks for pairs, or for steps, of some kind.
   *
   * @param name the name of the check
   * @param looksAtSteps whether each step is looked at, or only those that lead to another pair
   * @param enough how many are enough
   * @param isWanted whether the pair after the step is one
   */
  record Look(String name, boolean looksAtSteps, int enough, Function1<Trial, Boolean> isWanted)
      implements StateCheck<Trial, Action> {

    @Override
    public boolean isHitBy(Trial initial) {
      return false;
    }

    @Override
    public boolean isHitBy(Trial before, Action action, Trial after) {
      return isWanted.apply(after);
    }
  }
}
