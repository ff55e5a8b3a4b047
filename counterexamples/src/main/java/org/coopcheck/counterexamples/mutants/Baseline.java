package org.coopcheck.counterexamples.mutants;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Integer, OfRow> rows = new HashMap<>();
  private final Map<Integer, OfSearch> searches = new HashMap<>();
  private final Map<Integer, OfWalk> walks = new HashMap<>();

  /**
   * @param isMet whether the model does what the row says
   * @param reached the mutants whose place is reached
   */
  record OfRow(boolean isMet, BitSet reached) {}

  /**
   * @param findings what became of each property
   * @param reached the mutants whose place is reached
   */
  record OfSearch(List<Finding> findings, BitSet reached) {}

  /**
   * @param model every step of every world
   * @param reached the mutants whose place is reached
   */
  record OfWalk(WalkedModel model, BitSet reached) {}

  /**
   * @param copy the copy that says what it reaches
   * @param variant whose questions are asked
   */
  Baseline(ModelCopy copy, String variant) {
    this.variant = variant;
    this.bench = copy.make(Bench.class, Bench.IMPLEMENTATION);
    bench.begin(variant, variant);
    Switchboard.takeReached();
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
        missing -> {
          boolean isMet = bench.mismatch(row).isEmpty();
          return new OfRow(isMet, Switchboard.takeReached());
        });
  }

  OfSearch search(int search) {
    return searches.computeIfAbsent(
        search,
        missing -> {
          var findings = bench.search(search);
          return new OfSearch(findings, Switchboard.takeReached());
        });
  }

  /**
   * @param walk the place of a walk
   * @param onProgress is told now and then that it goes on
   */
  OfWalk walk(int walk, Runnable onProgress) {
    return walks.computeIfAbsent(
        walk,
        missing -> {
          int depth = WalkedModel.depth(bench.walks().get(walk));
          var model = WalkedModel.of(bench.walk(walk), depth, onProgress);
          return new OfWalk(model, model.reached());
        });
  }

  /** The places that some row or search reaches. */
  BitSet reached() {
    var reached = new BitSet();
    for (int i = 0; i < bench.rows().size(); i++) reached.or(row(i).reached());
    for (int i = 0; i < bench.searches().size(); i++) reached.or(search(i).reached());
    return reached;
  }
}
