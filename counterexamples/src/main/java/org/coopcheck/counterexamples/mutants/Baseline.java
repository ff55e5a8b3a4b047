package org.coopcheck.counterexamples.mutants;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.coopcheck.counterexamples.mutants.bench.Bench;
import org.coopcheck.counterexamples.mutants.bench.Finding;
import org.coopcheck.counterexamples.mutants.bench.Switchboard;
import org.coopcheck.counterexamples.mutants.code.ModelCopy;
import org.coopcheck.counterexamples.mutants.code.RuleCode;

/**
 * How the model itself answers, and which code each question reaches. A question is put to it when
 * its answer is first needed.
 */
final class Baseline {
  private final Bench bench;
  private final String variant;
  private final AtomicBoolean isAsked;
  private final Map<Integer, OfRow> rows = new HashMap<>();
  private final Map<Integer, OfSearch> searches = new HashMap<>();
  private final Map<Integer, OfWalk> walks = new HashMap<>();

  /**
   * What a question does to mutants.
   *
   * @param reached those whose place is reached
   * @param different those that are watched and answer some call otherwise than the model; to all
   *     others the question is no other one than to the model
   */
  record Touched(BitSet reached, BitSet different) {
    static Touched taken() {
      return new Touched(Switchboard.takeReached(), Switchboard.takeDifferent());
    }
  }

  /**
   * @param isMet whether the model does what the row says
   * @param touched what it does to mutants
   */
  record OfRow(boolean isMet, Touched touched) {}

  /**
   * @param findings what became of each property
   * @param touched what it does to mutants
   */
  record OfSearch(List<Finding> findings, Touched touched) {}

  /**
   * @param model every step of every world
   * @param touched what it does to mutants
   */
  record OfWalk(WalkedModel model, Touched touched) {}

  /**
   * @param copy the copy that says what it reaches
   * @param variant whose questions are asked
   * @param isAsked is true while the model is being asked, which may take long
   */
  Baseline(ModelCopy copy, String variant, AtomicBoolean isAsked) {
    this.variant = variant;
    this.isAsked = isAsked;
    this.bench = copy.make(Bench.class, Bench.IMPLEMENTATION);
    bench.begin(variant, variant);
    Touched.taken();
  }

  private <T> T asked(Supplier<T> question) {
    isAsked.set(true);
    try {
      return question.get();
    } finally {
      isAsked.set(false);
    }
  }

  /**
   * A copy that says what it reaches, all of its classes initialised.
   *
   * @param code the code of the rules
   */
  static ModelCopy recording(RuleCode code) {
    var copy = ModelCopy.recording(code);
    code.classNames().forEach(copy::initialise);
    return copy;
  }

  /** The name of the variant whose questions are asked. */
  String variant() {
    return variant;
  }

  /** The questions, by their names. */
  Bench questions() {
    return bench;
  }

  OfRow row(int row) {
    return rows.computeIfAbsent(
        row,
        missing ->
            asked(
                () -> {
                  boolean isMet = bench.mismatch(row).isEmpty();
                  return new OfRow(isMet, Touched.taken());
                }));
  }

  OfSearch search(int search) {
    return searches.computeIfAbsent(
        search,
        missing ->
            asked(
                () -> {
                  var findings = bench.search(search);
                  return new OfSearch(findings, Touched.taken());
                }));
  }

  OfWalk walk(int walk) {
    return walks.computeIfAbsent(
        walk,
        missing ->
            asked(
                () -> {
                  int depth = WalkedModel.depth(bench.walks().get(walk));
                  var model = WalkedModel.of(bench.walk(walk), depth);
                  return new OfWalk(
                      model, new Touched(Switchboard.takeReached(), model.different()));
                }));
  }

  /** Whether some row reaches the place. */
  boolean rowsReach(int place) {
    for (int i = 0; i < bench.rows().size(); i++) {
      if (row(i).touched().reached().get(place)) return true;
    }
    return false;
  }

  /** The places that some row or search reaches. */
  BitSet reached() {
    var reached = new BitSet();
    for (int i = 0; i < bench.rows().size(); i++) reached.or(row(i).touched().reached());
    for (int i = 0; i < bench.searches().size(); i++) reached.or(search(i).touched().reached());
    return reached;
  }
}
