package org.coopcheck.properties.invariant;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.vavr.Function1;
import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import org.coopcheck.model.decision.Source;
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
    Scope scope)
    implements InvariantBuilder.With {

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

  /** Whether the moment is as the statement says. */
  public boolean holdsIn(Moment moment) {
    return violationIn.apply(moment).isEmpty();
  }
}
