package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.constraints.extension.Tuples;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.IntVar;
import org.coopcheck.counterexamples.solver.Steps.Row;
import org.coopcheck.model.action.Action;

/**
 * The run of so many steps whose last one breaks an invariant, with the fewest browsing contexts,
 * and of these the one with the fewest header fields, as the solution of constraints.
 *
 * <p>The variables are, for each moment, the windows and what is between them, and for each step the
 * action. One table for each step says which of them can follow each other.
 */
final class ShortestRun {
  private static final int MOST_HEADERS = 999;

  private final Steps steps;
  private final int length;
  private final Model model = new Model("a run that breaks an invariant");
  private final IntVar[] actions;

  private ShortestRun(Steps steps, int length) {
    this.steps = steps;
    this.length = length;
    this.actions = new IntVar[length];
  }

  /**
   * @param steps the steps that there are
   * @param length of how many steps the run is; shorter ones break nothing
   * @param place the place of the invariant
   * @return its actions; none if there is no such run
   */
  static Option<Vector<Action>> of(Steps steps, int length, int place) {
    return new ShortestRun(steps, length).found(place);
  }

  private Option<Vector<Action>> found(int place) {
    var cost = model.intVar(0);
    IntVar[] before = new IntVar[steps.width()];
    for (int i = 0; i < before.length; i++) before[i] = model.intVar(steps.initial().get(i));
    for (int number = 0; number < length; number++) {
      boolean isLast = number == length - 1;
      var rows = steps.from(number).filter(row -> !isLast || row.broken().get(place));
      if (rows.isEmpty()) return Option.none();
      IntVar[] after = variables(rows);
      actions[number] = model.intVar("action " + (number + 1), distinct(rows.map(Row::action)));
      var spent =
          model.intVar("cost " + (number + 1), distinct(rows.map(row -> cost(row, isLast))));
      model.table(joined(before, actions[number], after, spent), tuples(rows, isLast)).post();
      cost = cost.add(spent).intVar();
      before = after;
    }
    model.setObjective(Model.MINIMIZE, cost);
    model.getSolver().setSearch(Search.inputOrderLBSearch(actions));
    Option<Vector<Action>> best = Option.none();
    while (model.getSolver().solve()) {
      best = Option.some(Vector.of(actions).map(action -> steps.action(action.getValue())));
    }
    return best;
  }

  private IntVar[] variables(Vector<Row> rows) {
    IntVar[] variables = new IntVar[steps.width()];
    for (int i = 0; i < variables.length; i++) {
      int place = i;
      variables[i] = model.intVar("number " + i, distinct(rows.map(row -> row.after().get(place))));
    }
    return variables;
  }

  private static int[] distinct(Vector<Integer> values) {
    return values.toJavaStream().mapToInt(value -> value).sorted().distinct().toArray();
  }

  /** Browsing contexts count at the end of the run, header fields at each step. */
  private static int cost(Row row, boolean isLast) {
    return Math.min(row.headers(), MOST_HEADERS)
        + (isLast ? row.contexts() * (MOST_HEADERS + 1) : 0);
  }

  private static Tuples tuples(Vector<Row> rows, boolean isLast) {
    var tuples = new Tuples(true);
    for (Row row : rows) {
      tuples.add(
          row.before()
              .append(row.action())
              .appendAll(row.after())
              .append(cost(row, isLast))
              .toJavaStream()
              .mapToInt(number -> number)
              .toArray());
    }
    return tuples;
  }

  private static IntVar[] joined(IntVar[] before, IntVar action, IntVar[] after, IntVar cost) {
    return Vector.of(before)
        .append(action)
        .appendAll(Vector.of(after))
        .append(cost)
        .toJavaArray(IntVar[]::new);
  }
}
