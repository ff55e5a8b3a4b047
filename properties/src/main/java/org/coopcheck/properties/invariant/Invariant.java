package org.coopcheck.properties.invariant;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.properties.bound.StepKind;

/**
 * An invariant.
 *
 * @param name its unique, stable name
 * @param id the short name under which the specification of this product lists it, as {@code B1}
 * @param statement one sentence in the standard's terms, true or false of one moment
 * @param source who claims it
 * @param sight what it looks at
 * @param concerns the kinds of steps, beyond the usual ones, without which it says little
 * @param violationIn the violation, if there is one
 * @param witness what must have been reached for the invariant to have said anything, in words
 * @param isWitness whether the moment is such a witness
 * @param scope the rules for which it is meant
 * @param fallIn of an invariant of {@code Sight.RUNS}, where a run breaks it
 */
@RecordBuilder
public record Invariant(
    String name,
    String id,
    String statement,
    Source source,
    Sight sight,
    SortedSet<StepKind> concerns,
    Function1<Moment, Option<Violation>> violationIn,
    String witness,
    Function1<Moment, Boolean> isWitness,
    Scope scope,
    Function2<Scenario, ScenarioRun, Option<Fall>> fallIn)
    implements InvariantBuilder.With {

  /**
   * Where a run breaks an invariant of runs.
   *
   * @param step the number of the step
   * @param violation how
   * @param other the other run, if it is one that somebody could do
   */
  public record Fall(int step, Violation violation, Option<Scenario> other) {

    /** One that is told by one run. */
    public Fall(int step, Violation violation) {
      this(step, violation, Option.none());
    }
  }

  /** An invariant of moments. */
  public Invariant(
      String name,
      String id,
      String statement,
      Source source,
      Sight sight,
      SortedSet<StepKind> concerns,
      Function1<Moment, Option<Violation>> violationIn,
      String witness,
      Function1<Moment, Boolean> isWitness,
      Scope scope) {
    this(
        name,
        id,
        statement,
        source,
        sight,
        concerns,
        violationIn,
        witness,
        isWitness,
        scope,
        (scenario, run) -> Option.none());
  }

  /** An invariant that is meant for every variant. */
  public Invariant(
      String name,
      String id,
      String statement,
      Source source,
      Sight sight,
      SortedSet<StepKind> concerns,
      Function1<Moment, Option<Violation>> violationIn,
      String witness,
      Function1<Moment, Boolean> isWitness) {
    this(
        name,
        id,
        statement,
        source,
        sight,
        concerns,
        violationIn,
        witness,
        isWitness,
        Scope.EVERY_VARIANT);
  }

  /**
   * An invariant of {@code Sight.RUNS}. No moment violates it, and none is its witness.
   *
   * @param name its unique, stable name
   * @param id its short name
   * @param statement one sentence, true or false of all runs
   * @param source who claims it
   * @param concerns the kinds of steps, beyond the usual ones, without which it says little
   * @param witness what must have been reached for the invariant to have said anything, in words
   * @param fallIn where a run breaks it
   */
  public static Invariant ofRuns(
      String name,
      String id,
      String statement,
      Source source,
      SortedSet<StepKind> concerns,
      String witness,
      Function2<Scenario, ScenarioRun, Option<Fall>> fallIn) {
    return new Invariant(
        name,
        id,
        statement,
        source,
        Sight.RUNS,
        concerns,
        moment -> Option.none(),
        witness,
        moment -> false,
        Scope.EVERY_VARIANT,
        fallIn);
  }

  /** Whether the moment is as the statement says. */
  public boolean holdsIn(Moment moment) {
    return violationIn.apply(moment).isEmpty();
  }
}
