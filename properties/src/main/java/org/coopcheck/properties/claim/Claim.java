package org.coopcheck.properties.claim;

import io.vavr.Function1;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.variant.Variants;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.invariant.Invariant;

/**
 * A sentence of a design document that is true or false of some rules.
 *
 * @param id its name in the ledger
 * @param seeds the documents that make it
 * @param statement the claim, in one sentence
 * @param formally what is checked, in one sentence
 * @param entries what is predicted under which rules
 */
public record Claim(
    String id, Vector<Seed> seeds, String statement, String formally, Vector<Entry> entries) {

  /**
   * How far claims are looked at if nothing else is said. Error pages are left out: no document
   * speaks of them, and what they break is a finding of its own.
   */
  public static final Bound BOUND =
      Bound.DEFAULT.withKinds(
          TreeSet.of(
              StepKind.OPEN,
              StepKind.NAVIGATE,
              StepKind.IFRAME,
              StepKind.ABOUT_BLANK,
              StepKind.CLOSE));

  /** One prediction. */
  public sealed interface Entry {
    /** The name of the variant. */
    String variant();

    /** What is predicted. */
    Expected expected();
  }

  /**
   * A prediction that a search decides.
   *
   * @param variant the name of the variant, as {@link Variants#parse} reads it
   * @param capabilities what the browser is able to do
   * @param narrowing what it makes of {@link #BOUND}
   * @param expected what is predicted
   * @param property what holds or not; where something is permitted, that it never happens
   */
  public record Check(
      String variant,
      Capabilities capabilities,
      Function1<Bound, Bound> narrowing,
      Expected expected,
      Invariant property)
      implements Entry {

    /** The rules; none as long as there is no such variant. */
    public Option<Variant> rules() {
      return Variants.parse(variant).toOption();
    }

    /** How far a search looks under these rules. */
    public Bound bound(Variant rules) {
      return narrowing.apply(BOUND.withValues(rules.values()).withCapabilities(capabilities));
    }
  }

  /**
   * A prediction that nothing decides yet, or ever.
   *
   * @param variant the name of the variant
   * @param expected what is predicted
   * @param why what the model lacks for it, or what else it takes
   */
  public record Undecided(String variant, Expected expected, String why) implements Entry {}

  /** The claim with other predictions. */
  public Claim withEntries(Vector<Entry> others) {
    return new Claim(id, seeds, statement, formally, others);
  }

  /** The entries that a search decides. */
  public Vector<Check> checks() {
    return entries.filter(Check.class::isInstance).map(Check.class::cast);
  }
}
