package org.coopcheck.counterexamples.solver;

import static org.coopcheck.counterexamples.core.CoreTables.ACTS;
import static org.coopcheck.counterexamples.core.CoreTables.RELATIONS;
import static org.coopcheck.counterexamples.core.CoreTables.WINDOWS;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.constraints.Constraint;
import org.chocosolver.solver.constraints.extension.Tuples;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.coopcheck.counterexamples.core.CoreProperty;
import org.coopcheck.counterexamples.core.CoreTables;
import org.coopcheck.counterexamples.engine.Cancellation;

/**
 * Runs of the core world as the solutions of constraints: for each moment a variable for each window
 * and for what is between each two, for each step one for the window that acts and one for what it
 * does. {@link CoreTables} say what follows what.
 */
final class CoreRuns {
  // What a window is to a step.
  private static final int ACTOR = 0;
  private static final int POPUP = 1;
  private static final int OTHER = 2;

  private final int windows;
  private final CoreTables tables;
  private final Tuples afterwards;
  private final Tuples besides;
  private final Tuples between;
  private final Model model = new Model("core world");
  private final List<Moment> moments = new ArrayList<>();
  private final List<IntVar> actors = new ArrayList<>();
  private final List<IntVar> acts = new ArrayList<>();

  /** All windows, and what is between each and each; between a window and itself there is 0. */
  private record Moment(Vector<IntVar> windows, Vector<Vector<IntVar>> between) {}

  /**
   * @param windows how many windows can be alive at once
   * @param tables what follows what
   */
  CoreRuns(int windows, CoreTables tables) {
    this.windows = windows;
    this.tables = tables;
    this.afterwards = tuples(afterwards(tables));
    this.besides = tuples(besides(tables));
    this.between = tuples(between());
    moments.add(moment());
  }

  /** The run begins as the core world does. */
  CoreRuns fromTheInitialState() {
    var first = moments.getFirst();
    var initial = CoreTables.initial(windows);
    for (int i = 0; i < windows; i++)
      model.arithm(first.windows().get(i), "=", initial.get(i)).post();
    return this;
  }

  /** The run begins in any state that can be written down. */
  CoreRuns fromAnyState() {
    var first = moments.getFirst();
    // To share a group is transitive.
    for (int i = 0; i < windows; i++) {
      for (int j = 0; j < windows; j++) {
        for (int k = j + 1; k < windows; k++) {
          if (i == j || i == k) continue;
          model
              .or(
                  isSameGroup(first.between().get(i).get(j)).not(),
                  isSameGroup(first.between().get(i).get(k)).not(),
                  isSameGroup(first.between().get(j).get(k)))
              .post();
        }
      }
    }
    return this;
  }

  /** The run is one step longer. */
  CoreRuns step() {
    var before = moments.getLast();
    var after = moment();
    var actor = model.intVar("actor " + moments.size(), 0, windows - 1);
    var act = model.intVar("act " + moments.size(), 0, ACTS - 1);
    moments.add(after);
    actors.add(actor);
    acts.add(act);

    var popup = popup(before, act);
    var roles = roles(actor, popup);
    var acting = model.intVar(0, WINDOWS - 1);
    model.element(acting, array(before.windows()), actor, 0).post();
    // What was, and is, between the one that acts and each, and between the popup and each.
    var was = model.intVarArray(windows, 0, RELATIONS - 1);
    var is = model.intVarArray(windows, 0, RELATIONS - 1);
    var ofPopup = model.intVarArray(windows, 0, RELATIONS - 1);
    for (int i = 0; i < windows; i++) {
      table(afterwards, roles[i], acting, act, before.windows().get(i), after.windows().get(i));
      model.element(was[i], column(before, i), actor, 0).post();
      table(besides, roles[i], acting, act, before.windows().get(i), was[i], is[i], ofPopup[i]);
    }
    for (int i = 0; i < windows; i++) {
      for (int j = 0; j < windows; j++) {
        if (i == j) continue;
        table(
            between,
            roles[i],
            roles[j],
            is[j],
            ofPopup[j],
            before.between().get(i).get(j),
            after.between().get(i).get(j));
      }
    }
    return this;
  }

  /**
   * At every moment but the last, this is so of each two windows; at the last, of these two it is
   * not.
   */
  CoreRuns keepingUntilTheLastStep(CoreProperty property, int one, int other) {
    for (Moment moment : moments.subList(0, moments.size() - 1)) {
      pairs(moment, property, false).forEach(Constraint::post);
    }
    pair(moments.getLast(), one, other, tuples(tables.pairs(property, true))).post();
    return this;
  }

  /** At the last moment, this is so of each two windows. */
  CoreRuns reaching(CoreProperty property) {
    pairs(moments.getLast(), property, true).forEach(Constraint::post);
    return this;
  }

  /** Where the search for a run begins. */
  enum Side {
    /** At the first step. */
    BEGINNING,
    /** At the last step, from which a violation is near. */
    END
  }

  /**
   * @param side where the search begins
   * @param cancellation ends it early
   * @return the indexes of the actions of a run; none if there is none
   */
  Option<Vector<Integer>> found(Side side, Cancellation cancellation) {
    var solver = model.getSolver();
    solver.setSearch(Search.inputOrderLBSearch(decisions(side)));
    solver.addStopCriterion(cancellation::isCancelled);
    return Option.when(solver.solve(), this::actions);
  }

  /** Passes on the actions of each run, and the windows and what is between them at its end. */
  void forEach(BiConsumer<Vector<Integer>, Vector<Integer>> sink) {
    model.getSolver().setSearch(Search.inputOrderLBSearch(decisions(Side.BEGINNING)));
    while (model.getSolver().solve()) {
      var last = moments.getLast();
      var state = last.windows().appendAll(last.between().flatMap(row -> row));
      sink.accept(actions(), state.map(IntVar::getValue));
    }
  }

  private Vector<Integer> actions() {
    return Vector.range(0, acts.size())
        .map(i -> CoreTables.action(actors.get(i).getValue(), acts.get(i).getValue()));
  }

  private IntVar[] decisions(Side side) {
    var steps = Vector.range(0, acts.size());
    return (side == Side.END ? steps.reverse() : steps)
        .flatMap(
            i -> {
              var moment = moments.get(i);
              return Vector.of(actors.get(i), acts.get(i))
                  .appendAll(moment.windows())
                  .appendAll(moment.between().flatMap(row -> row));
            })
        .toJavaArray(IntVar[]::new);
  }

  // Tables.

  /** What each window is afterwards, by what it is to the step. */
  private static Vector<int[]> afterwards(CoreTables tables) {
    var rows = new ArrayList<int[]>();
    for (int[] row : tables.acting()) {
      rows.add(new int[] {ACTOR, row[0], row[1], row[0], row[2]});
      if (CoreTables.isOpening(row[1])) rows.add(new int[] {POPUP, row[0], row[1], 0, row[3]});
      for (int other = 0; other < WINDOWS; other++) {
        rows.add(new int[] {OTHER, row[0], row[1], other, other});
      }
    }
    return Vector.ofAll(rows);
  }

  /** What is between the one that acts and each, and between the popup and each. */
  private static Vector<int[]> besides(CoreTables tables) {
    var rows = new ArrayList<int[]>();
    for (int[] row : tables.acting()) {
      rows.add(new int[] {ACTOR, row[0], row[1], row[0], 0, 0, 0});
      if (CoreTables.isOpening(row[1])) {
        rows.add(new int[] {POPUP, row[0], row[1], 0, 0, row[4], 0});
      }
    }
    for (int[] row : tables.besides()) {
      rows.add(new int[] {OTHER, row[0], row[1], row[2], row[3], row[4], row[5]});
    }
    return Vector.ofAll(rows);
  }

  /** What is between two windows afterwards, as far as the first of them decides it. */
  private static Vector<int[]> between() {
    var rows = new ArrayList<int[]>();
    for (int one : new int[] {ACTOR, POPUP, OTHER}) {
      for (int other : new int[] {ACTOR, POPUP, OTHER}) {
        if (one == other && one != OTHER) continue;
        for (int is = 0; is < RELATIONS; is++) {
          for (int ofPopup = 0; ofPopup < RELATIONS; ofPopup++) {
            for (int was = 0; was < RELATIONS; was++) {
              for (int then = 0; then < RELATIONS; then++) {
                boolean isSo =
                    one == ACTOR
                        ? then == is
                        : other == ACTOR
                            || (one == POPUP ? then == ofPopup : other == POPUP || then == was);
                if (isSo) rows.add(new int[] {one, other, is, ofPopup, was, then});
              }
            }
          }
        }
      }
    }
    return Vector.ofAll(rows);
  }

  // Parts of constraints.

  private Moment moment() {
    var all = model.intVarArray(windows, 0, WINDOWS - 1);
    var between = new IntVar[windows][windows];
    for (int i = 0; i < windows; i++) {
      between[i][i] = model.intVar(0);
      for (int j = i + 1; j < windows; j++) {
        between[i][j] = model.intVar(0, RELATIONS - 1);
        between[j][i] = model.intVar(0, RELATIONS - 1);
        table(
            Vector.range(0, RELATIONS).map(each -> new int[] {each, CoreTables.flipped(each)}),
            between[i][j],
            between[j][i]);
        for (IntVar window : new IntVar[] {all[i], all[j]}) {
          model.ifThen(model.arithm(window, "=", 0), model.arithm(between[i][j], "=", 0));
        }
      }
    }
    return new Moment(Vector.of(all), Vector.of(between).map(Vector::of));
  }

  private BoolVar[] alive(Moment moment) {
    return moment
        .windows()
        .map(window -> model.arithm(window, ">", 0).reify())
        .toJavaArray(BoolVar[]::new);
  }

  /** The first window that is dead, if the act opens one; else no window. */
  private IntVar popup(Moment moment, IntVar act) {
    var alive = alive(moment);
    var popup = model.intVar(0, windows);
    var rows =
        Vector.range(0, 1 << windows)
            .flatMap(
                mask ->
                    Vector.range(0, ACTS)
                        .flatMap(
                            each -> {
                              int free = Integer.numberOfTrailingZeros(~mask);
                              if (!CoreTables.isOpening(each)) return row(mask, each, windows);
                              return free < windows ? row(mask, each, free) : Vector.empty();
                            }));
    var variables = Vector.<IntVar>of(alive).append(act).append(popup).toJavaArray(IntVar[]::new);
    table(rows, variables);
    return popup;
  }

  private Vector<int[]> row(int mask, int act, int popup) {
    int[] row = new int[windows + 2];
    for (int i = 0; i < windows; i++) row[i] = mask >>> i & 1;
    row[windows] = act;
    row[windows + 1] = popup;
    return Vector.of(row);
  }

  private IntVar[] roles(IntVar actor, IntVar popup) {
    var roles = model.intVarArray(windows, ACTOR, OTHER);
    for (int i = 0; i < windows; i++) {
      var rows = new ArrayList<int[]>();
      for (int acting = 0; acting < windows; acting++) {
        for (int opened = 0; opened <= windows; opened++) {
          if (acting == opened) continue;
          rows.add(new int[] {acting, opened, i == acting ? ACTOR : i == opened ? POPUP : OTHER});
        }
      }
      table(Vector.ofAll(rows), actor, popup, roles[i]);
    }
    return roles;
  }

  private static IntVar[] array(Vector<IntVar> variables) {
    return variables.toJavaArray(IntVar[]::new);
  }

  private static IntVar[] column(Moment moment, int of) {
    return array(moment.between().map(row -> row.get(of)));
  }

  private BoolVar isSameGroup(IntVar between) {
    var is = model.boolVar();
    table(
        Vector.range(0, RELATIONS)
            .map(each -> new int[] {each, CoreTables.isSameGroup(each) ? 1 : 0}),
        between,
        is);
    return is;
  }

  private Vector<Constraint> pairs(Moment moment, CoreProperty property, boolean isSo) {
    var tuples = tuples(tables.pairs(property, isSo));
    return Vector.range(0, windows)
        .flatMap(i -> Vector.range(i + 1, windows).map(j -> pair(moment, i, j, tuples)));
  }

  private Constraint pair(Moment moment, int one, int other, Tuples tuples) {
    return model.table(
        new IntVar[] {
          moment.windows().get(one),
          moment.windows().get(other),
          moment.between().get(one).get(other)
        },
        tuples);
  }

  private void table(Vector<int[]> rows, IntVar... variables) {
    table(tuples(rows), variables);
  }

  private void table(Tuples tuples, IntVar... variables) {
    model.table(variables, tuples).post();
  }

  private static Tuples tuples(Vector<int[]> rows) {
    var tuples = new Tuples(true);
    rows.forEach(row -> tuples.add(row));
    return tuples;
  }
}
