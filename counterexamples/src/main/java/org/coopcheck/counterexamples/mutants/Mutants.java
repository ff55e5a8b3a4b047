package org.coopcheck.counterexamples.mutants;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.counterexamples.mutants.code.Mutant;
import org.coopcheck.counterexamples.mutants.code.RuleCode;
import org.coopcheck.counterexamples.mutants.code.RuleMethod.InCode;
import org.coopcheck.model.policy.CoopComparison;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.variant.Choice;
import org.coopcheck.model.variant.TableCells;
import org.coopcheck.model.variant.Variants;

/** All mutants of the rules of one variant: slips in code, then in the cells of its tables. */
public final class Mutants {
  /** The kind of slip that a cell of a table can have. */
  public static final String CELL = "cell-flipped";

  /** What it does, in a few plain words. */
  public static final String CELL_MEANING =
      "one cell of the tables that decide whether a window leaves its group is answered otherwise";

  private final String variant;
  private final Vector<InCode> inCode;
  private final Vector<Cell> cells;

  /** A cell of a table, answered otherwise. */
  private record Cell(Choice choice, Mutant mutant) {}

  /**
   * @param code the code of the rules
   * @param variant the name of the variant
   */
  public Mutants(RuleCode code, String variant) {
    this.variant = variant;
    this.inCode = code.mutants();
    var rules = Variants.parse(variant).get();
    this.cells =
        CoopComparison.all()
            .flatMap(
                cell ->
                    Vector.of(Swap.values())
                        .reject(swap -> swap == rules.groupDecision().apply(cell))
                        .map(swap -> TableCells.spelling(cell, swap)))
            .flatMap(spelling -> TableCells.ALL.find(each -> each.spelling().equals(spelling)))
            .filter(choice -> choice.refusal().apply(rules).isEmpty())
            .map(choice -> new Cell(choice, mutant(choice)));
  }

  private static Mutant mutant(Choice choice) {
    return new Mutant(choice.spelling(), CELL, choice.key(), 0, Option.none(), choice.statement());
  }

  /** The name of the variant. */
  public String variant() {
    return variant;
  }

  /** All of them; the number of each is its place. */
  public Vector<Mutant> all() {
    return inCode.map(InCode::mutant).appendAll(cells.map(Cell::mutant));
  }

  /** The mutant with that number, if it is one of code. */
  Option<InCode> inCode(int number) {
    return Option.when(number < inCode.size(), () -> inCode.get(number));
  }

  /** The name of the variant whose table has the cell with that number. */
  String rules(int number) {
    return variant + "," + cells.get(number - inCode.size()).choice().spelling();
  }
}
