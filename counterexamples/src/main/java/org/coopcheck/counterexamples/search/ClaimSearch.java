package org.coopcheck.counterexamples.search;

import io.vavr.Function1;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.search.InvariantSearch.Batch;
import org.coopcheck.counterexamples.search.InvariantSearch.Checked;
import org.coopcheck.counterexamples.search.Verdict.Counterexample;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;
import org.coopcheck.properties.claim.Claim;
import org.coopcheck.properties.claim.Claim.Check;
import org.coopcheck.properties.claim.Claim.Entry;
import org.coopcheck.properties.claim.Expected;
import org.coopcheck.properties.invariant.Invariant;
import org.coopcheck.properties.invariant.Sight;

/** Derives what claims predict: claims that look at the same worlds share one search. */
public final class ClaimSearch {
  private final Vector<Claim> claims;
  private final Function1<Bound, Bound> change;

  /**
   * @param claims the claims
   * @param change what the user makes of the bounds that they have
   */
  public ClaimSearch(Vector<Claim> claims, Function1<Bound, Bound> change) {
    this.claims = claims;
    this.change = change;
  }

  /**
   * One search.
   *
   * @param variant the rules
   * @param batch what is looked for, and where
   */
  public record Task(Variant variant, Batch batch) {}

  /**
   * What became of one prediction.
   *
   * @param claim the claim
   * @param number the place of the prediction among those of the claim, from 1
   * @param entry the prediction
   * @param verdict the word for what was derived
   * @param matches whether nothing else than what is predicted was derived
   * @param checked what the search found; none if there was nothing to search
   */
  public record Derived(
      Claim claim,
      int number,
      Entry entry,
      String verdict,
      boolean matches,
      Option<Checked> checked) {

    /** The run that shows a violation, or that something is permitted. */
    public Option<Counterexample> run() {
      return checked.flatMap(
          each ->
              each.verdict() instanceof Verdict.Violated(var counterexample, var others, var more)
                  ? Option.some(
                      new Counterexample(
                          counterexample
                              .scenario()
                              .withTitle(claim.id() + ": " + verdict + ": " + claim.statement()),
                          counterexample.step(),
                          counterexample.explanation()))
                  : Option.none());
    }

    /** Whether the search gave an answer, whatever it is. */
    public boolean isAnswered() {
      return checked.forAll(
          each ->
              each.verdict() instanceof Verdict.Holds
                  || each.verdict() instanceof Verdict.Violated);
    }
  }

  private record Place(Variant variant, Bound bound, boolean looksAtCreation) {
    static Place of(Check check, Variant rules, Bound bound) {
      return new Place(rules, bound, check.property().sight() == Sight.CREATION);
    }
  }

  /** The searches that it takes. */
  public Vector<Task> tasks() {
    Vector<Place> places = Vector.empty();
    Vector<Vector<Invariant>> invariants = Vector.empty();
    for (Check check : claims.flatMap(Claim::checks)) {
      for (Place place : place(check)) {
        int index = places.indexOf(place);
        if (index < 0) {
          places = places.append(place);
          invariants = invariants.append(Vector.of(check.property()));
        } else if (!invariants.get(index).contains(check.property())) {
          invariants = invariants.update(index, all -> all.append(check.property()));
        }
      }
    }
    return places.zipWith(
        invariants,
        (place, all) ->
            new Task(
                place.variant(),
                new Batch(
                    place.bound(), place.looksAtCreation() ? Sight.CREATION : Sight.WORLD, all)));
  }

  private Option<Place> place(Check check) {
    return check.rules().map(rules -> Place.of(check, rules, change.apply(check.bound(rules))));
  }

  /**
   * @param found what the searches found
   * @return what became of each prediction, in the order of the ledger
   */
  public Vector<Derived> derived(Vector<Checked> found) {
    SortedMap<String, Vector<Checked>> byName = TreeMap.empty();
    for (Checked each : found) {
      String name = each.invariant().name();
      byName = byName.put(name, byName.get(name).getOrElse(Vector.empty()).append(each));
    }
    var known = byName;
    return claims.flatMap(
        claim ->
            claim
                .entries()
                .zipWithIndex(
                    (entry, index) ->
                        switch (entry) {
                          case Check check -> derived(claim, index + 1, check, known);
                          case Claim.Undecided undecided -> undecided(claim, index + 1, undecided);
                        }));
  }

  private static Derived undecided(Claim claim, int number, Entry entry) {
    String word =
        entry.expected() == Expected.ASSUMPTION ? Expected.ASSUMPTION.word() : "not modelled yet";
    return new Derived(claim, number, entry, word, true, Option.none());
  }

  private Derived derived(
      Claim claim, int number, Check check, SortedMap<String, Vector<Checked>> found) {
    var place = place(check);
    if (place.isEmpty()) return undecided(claim, number, check);
    var checked =
        found
            .get(check.property().name())
            .getOrElse(Vector.empty())
            .find(
                each ->
                    each.variant().equals(place.get().variant())
                        && each.bound().equals(place.get().bound()))
            .get();
    String word = word(check, checked.verdict());
    return new Derived(
        claim, number, check, word, word.equals(check.expected().word()), Option.some(checked));
  }

  /** That something never happens is refuted where it is permitted. */
  private static String word(Check check, Verdict verdict) {
    if (check.expected() != Expected.PERMITTED) return verdict.word();
    return switch (verdict) {
      case Verdict.Violated violated -> Expected.PERMITTED.word();
      case Verdict.Holds holds -> "refuted";
      case Verdict.Vacuous vacuous -> "refuted";
      case Verdict.Undecided undecided -> undecided.word();
      case Verdict.NotInductive notInductive -> notInductive.word();
    };
  }
}
