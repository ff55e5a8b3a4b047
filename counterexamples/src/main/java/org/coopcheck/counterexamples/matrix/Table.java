package org.coopcheck.counterexamples.matrix;

import io.vavr.collection.Vector;
import org.coopcheck.model.policy.OpenerPolicyValue;

/**
 * One table of a matrix.
 *
 * @param name its stable name
 * @param title what it shows, in words
 * @param cells its cells, row by row
 */
public record Table(String name, String title, Vector<Cell> cells) {

  /** The values of its rows, which are those of its columns. */
  public Vector<OpenerPolicyValue> values() {
    return cells.map(Cell::active).distinct();
  }

  /** The cells of the documents with this value, in the order of the responses' values. */
  public Vector<Cell> row(OpenerPolicyValue active) {
    return cells.filter(cell -> cell.active() == active);
  }
}
