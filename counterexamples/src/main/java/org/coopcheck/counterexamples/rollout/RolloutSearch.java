package org.coopcheck.counterexamples.rollout;

import io.vavr.Function1;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.engine.SearchEnd;
import org.coopcheck.counterexamples.engine.SearchResult;
import org.coopcheck.counterexamples.engine.StopWhen;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Look;
import org.coopcheck.counterexamples.rollout.CoverageSearch.Question;
import org.coopcheck.counterexamples.rollout.TrialSystem.Trial;
import org.coopcheck.counterexamples.search.ExhaustiveEngine;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.InvariantSearch.Conduct;
import org.coopcheck.counterexamples.search.Minimiser;
import org.coopcheck.counterexamples.search.RunSearch;
import org.coopcheck.counterexamples.search.Verdict;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.Universe;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.RolloutInvariants;
import org.coopcheck.properties.rollout.Breakage;
import org.coopcheck.properties.rollout.Rehearsal;

/**
 * Looks for what breaks one of the {@link RolloutInvariants}, in the smallest way.
 *
 * @param invariant the invariant
 * @param standard how far is looked if nothing else is said
 * @param looksAtSteps whether each step is looked at, or only those that lead to another pair
 * @param isViolation whether a pair of runs breaks it
 */
public record RolloutSearch(
    Invariant invariant,
    Bound standard,
    boolean looksAtSteps,
    Function1<Rehearsal, Boolean> isViolation)
    implements RunSearch {
  private static final String VIOLATION = "violation";
  private static final String WITNESS = "witness";

  /** Something breaks, and no report tells of it. */
  public static final RunSearch OF_WHAT_BREAKS =
      new RolloutSearch(
          RolloutInvariants.ANNOUNCES_WHAT_BREAKS,
          CoverageSearch.STANDARD,
          false,
          rehearsal -> rehearsal.breakages().exists(Breakage::isSilent));

  /** A report tells of what does not happen. */
  public static final RunSearch OF_FALSE_ALARMS =
      new RolloutSearch(
          RolloutInvariants.GIVES_NO_FALSE_ALARM,
          CoverageSearch.WITH_BOTH_POLICIES,
          true,
          rehearsal -> !rehearsal.falseAlarms().isEmpty());

  @Override
  public Bound standardFor(Variant variant) {
    return standard;
  }

  @Override
  public Checked search(Variant variant, Bound bound, Conduct conduct, int findings) {
    var universe = Universe.ofATrial(bound);
    var question = new Question(variant, bound);
    var result =
        CoverageSearch.searched(
            question,
            universe,
            Vector.of(
                new Look(VIOLATION, looksAtSteps, 1, pair -> isViolation.apply(pair.rehearsal())),
                new Look(WITNESS, false, 1, pair -> pair.rehearsal().hasAnnouncements())),
            StopWhen.ALL_ARE_FOUND,
            conduct);
    return new Checked(
        variant,
        invariant,
        bound,
        verdict(question, universe, result),
        result.isComplete(),
        result.distinct(),
        result.transitions(),
        result.bytes(),
        result.elapsed(),
        ExhaustiveEngine.NAME,
        Option.none(),
        Option.none());
  }

  private Verdict verdict(
      Question question, Universe universe, SearchResult<Trial, Action> result) {
    var variant = question.variant();
    var bound = question.bound();
    var broken = result.trace(VIOLATION);
    if (broken.isDefined()) {
      var found =
          CoverageSearch.scenario(
              question,
              universe,
              broken.get(),
              "%s: %s is violated".formatted(variant.name(), invariant.name()));
      return new Verdict.Violated(
          new Minimiser(invariant, variant, bound.capabilities()).counterexample(found),
          Vector.empty(),
          true);
    }
    if (result.end() instanceof SearchEnd.CutShort(var budget)) {
      return new Verdict.Undecided(budget);
    }
    return result.trace(WITNESS).isDefined()
        ? new Verdict.Holds(
            bound,
            result.isComplete() ? Verdict.Extent.FIXPOINT : Verdict.Extent.SO_MANY_STEPS,
            result.missed())
        : new Verdict.Vacuous(bound, result.missed());
  }
}
