package org.coopcheck.counterexamples.solver;

import io.vavr.collection.Vector;
import java.util.function.Predicate;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.constraints.extension.Tuples;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.IntVar;
import org.coopcheck.counterexamples.solver.Parts.Apart;
import org.coopcheck.model.variant.GroupRelation;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.properties.bound.Bound;

/**
 * All well-formed worlds of two windows, reachable or not, as the solutions of constraints.
 *
 * <p>The variables are the two windows, which groups they share, who opened whom, and which document
 * has a handle on what.
 */
final class WorldsOfParts {
  private static final Vector<GroupRelation> RELATIONS = Vector.of(GroupRelation.values());

  private final Parts parts;
  private final Bound bound;
  private final Model model = new Model("worlds of two windows");
  private final IntVar first;
  private final IntVar second;
  private final IntVar relation;
  private final IntVar openerOfFirst;
  private final IntVar openerOfSecond;
  private final IntVar handlesOfFirst;
  private final IntVar handlesOfSecond;

  /**
   * @param parts the windows
   * @param from the number of the first window of which not all worlds were looked at before
   * @param variant the rules
   * @param bound how many frames there are at most
   * @param isLinkedInGroupsOnly whether openers and handles lead to windows of the same COOP group
   *     only
   */
  WorldsOfParts(Parts parts, int from, Variant variant, Bound bound, boolean isLinkedInGroupsOnly) {
    this.parts = parts;
    this.bound = bound;
    int last = parts.size() - 1;
    this.first = model.intVar("first window", 0, last);
    this.second = model.intVar("second window", from, last);
    this.relation = model.intVar("relation", 0, RELATIONS.size() - 1);
    int places = 1 + bound.frames();
    this.openerOfFirst = model.intVar("opener of the first", Between.NONE, places - 1);
    this.openerOfSecond = model.intVar("opener of the second", Between.NONE, places - 1);
    var masks = masks(places, places);
    this.handlesOfFirst = model.intVar("handles of the first", masks);
    this.handlesOfSecond = model.intVar("handles of the second", masks);
    // Which of the two is called first makes no difference.
    model.arithm(first, "<=", second).post();
    model.table(new IntVar[] {first, second, relation}, relations(variant)).post();
    opener(openerOfSecond, second, first);
    opener(openerOfFirst, first, second);
    handles(handlesOfFirst, first, second);
    handles(handlesOfSecond, second, first);
    if (isLinkedInGroupsOnly) {
      int unrelated = RELATIONS.indexOf(GroupRelation.UNRELATED);
      for (IntVar link : new IntVar[] {openerOfFirst, openerOfSecond}) {
        onlyIfRelated(unrelated, link, Between.NONE);
      }
      for (IntVar link : new IntVar[] {handlesOfFirst, handlesOfSecond}) {
        onlyIfRelated(unrelated, link, 0);
      }
    }
    model
        .getSolver()
        .setSearch(
            Search.inputOrderLBSearch(
                first,
                second,
                relation,
                openerOfFirst,
                openerOfSecond,
                handlesOfFirst,
                handlesOfSecond));
  }

  private void onlyIfRelated(int unrelated, IntVar link, int none) {
    model.or(model.arithm(relation, "!=", unrelated), model.arithm(link, "=", none)).post();
  }

  private int places(int part) {
    return parts.get(part).navigables().size();
  }

  private Tuples relations(Variant variant) {
    var possible =
        RELATIONS.filter(each -> each != GroupRelation.SAME_COOP_GROUP || variant.hasCoopGroups());
    var tuples = new Tuples(true);
    for (int one = 0; one < parts.size(); one++) {
      for (int other = Math.max(one, second.getLB()); other < parts.size(); other++) {
        if (places(one) + places(other) > 2 + bound.frames()) continue;
        boolean canShare = Parts.canShareAGroup(parts.get(one), parts.get(other));
        for (GroupRelation each : possible) {
          if (each != GroupRelation.SAME_GROUP || canShare) {
            tuples.add(one, other, RELATIONS.indexOf(each));
          }
        }
      }
    }
    return tuples;
  }

  /** Only an auxiliary browsing context has an opener. */
  private void opener(IntVar opener, IntVar opened, IntVar by) {
    var tuples = new Tuples(true);
    for (int one = 0; one < parts.size(); one++) {
      boolean isAuxiliary = parts.get(one).browsingContext().isAuxiliary();
      for (int other = 0; other < parts.size(); other++) {
        tuples.add(Between.NONE, one, other);
        for (int place = 0;
            isAuxiliary && place < Math.min(places(other), 1 + bound.frames());
            place++) {
          tuples.add(place, one, other);
        }
      }
    }
    model.table(new IntVar[] {opener, opened, by}, tuples).post();
  }

  private void handles(IntVar handles, IntVar of, IntVar on) {
    var tuples = new Tuples(true);
    for (int one = 0; one < parts.size(); one++) {
      for (int other = 0; other < parts.size(); other++) {
        for (int mask : masks(places(one), places(other))) tuples.add(mask, one, other);
      }
    }
    model.table(new IntVar[] {handles, of, on}, tuples).post();
  }

  /** All sets of handles of the documents at so many places on so many others. */
  private static int[] masks(int of, int on) {
    var bits =
        Vector.range(0, of).flatMap(i -> Vector.range(0, on).map(j -> (int) Between.handle(i, j)));
    return bits.foldLeft(
            Vector.of(0), (masks, bit) -> masks.appendAll(masks.map(mask -> mask | bit)))
        .sorted()
        .toJavaStream()
        .mapToInt(mask -> mask)
        .toArray();
  }

  /** Passes on each of them until it is told that this is enough. */
  void forEach(Predicate<Apart> goesOn) {
    var solver = model.getSolver();
    while (solver.solve()) {
      var between =
          new Between(
              RELATIONS.get(relation.getValue()),
              openerOfFirst.getValue(),
              openerOfSecond.getValue(),
              handlesOfFirst.getValue(),
              handlesOfSecond.getValue());
      if (!goesOn.test(
          new Apart(Vector.of(first.getValue(), second.getValue()), Vector.of(between)))) return;
    }
  }
}
