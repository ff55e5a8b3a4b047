package org.coopcheck.properties.claim;

import io.vavr.Function1;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.world.CrossOriginIsolationMode;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.bound.StepKind;
import org.coopcheck.properties.claim.Claim.Check;
import org.coopcheck.properties.claim.Claim.Entry;
import org.coopcheck.properties.claim.Claim.Undecided;
import org.coopcheck.properties.invariant.Invariant;

/** The words in which claims are written down. */
final class Ledger {
  private Ledger() {}

  /** Frames in processes of their own, and pages. */
  static final Vector<Capabilities> ALL = Vector.of(capabilities(true, true));

  /** Pages in processes of their own, but no frames. */
  static final Vector<Capabilities> PAGES_ONLY = Vector.of(capabilities(false, true));

  /** All that reach each other in one process. */
  static final Vector<Capabilities> NEITHER = Vector.of(capabilities(false, false));

  /** Every sensible combination. */
  static final Vector<Capabilities> ANY = NEITHER.appendAll(PAGES_ONLY).appendAll(ALL);

  /** The restrictions of isolation, but not its capability. */
  static final Vector<Capabilities> LOGICAL =
      Vector.of(new Capabilities(true, true, CrossOriginIsolationMode.LOGICAL));

  private static Capabilities capabilities(boolean oopif, boolean pageIsolation) {
    return new Capabilities(oopif, pageIsolation, CrossOriginIsolationMode.CONCRETE);
  }

  /**
   * @param seeds names of documents, with spaces between them
   */
  @SafeVarargs
  static Claim claim(
      String id, String seeds, String statement, String formally, Vector<Entry>... entries) {
    Vector<Entry> all = Vector.empty();
    for (Vector<Entry> some : entries) all = all.appendAll(some);
    return new Claim(
        id, Vector.of(seeds.split(" ", -1)).map(Seed::valueOf), statement, formally, all);
  }

  /**
   * Under which rules something is looked at.
   *
   * @param variants names of variants, with spaces between them
   * @param capabilities the browsers
   * @param narrowing what it makes of the bound
   */
  record On(String variants, Vector<Capabilities> capabilities, Function1<Bound, Bound> narrowing) {
    On can(Vector<Capabilities> others) {
      return new On(variants, others, narrowing);
    }

    On within(Function1<Bound, Bound> other) {
      return new On(variants, capabilities, narrowing.andThen(other));
    }

    /** With these kinds of steps too. */
    On with(StepKind... kinds) {
      return within(bound -> bound.withKinds(bound.kinds().addAll(Vector.of(kinds))));
    }

    /** With these kinds of steps, and no others. */
    On only(StepKind... kinds) {
      return within(bound -> bound.withKinds(TreeSet.of(kinds)));
    }

    Vector<Entry> holds(Invariant property) {
      return checks(Expected.HOLDS, property);
    }

    Vector<Entry> isViolated(Invariant property) {
      return checks(Expected.VIOLATED, property);
    }

    /**
     * @param property that what is permitted never happens
     */
    Vector<Entry> isPermitted(Invariant property) {
      return checks(Expected.PERMITTED, property);
    }

    Vector<Entry> isNotModelledYet(Expected expected, String why) {
      return Vector.of(variants.split(" ", -1))
          .map(variant -> new Undecided(variant, expected, why));
    }

    private Vector<Entry> checks(Expected expected, Invariant property) {
      return Vector.of(variants.split(" ", -1))
          .flatMap(
              variant ->
                  capabilities.map(
                      each -> new Check(variant, each, narrowing, expected, property)));
    }
  }

  static On on(String variants) {
    return new On(variants, ALL, bound -> bound);
  }
}
