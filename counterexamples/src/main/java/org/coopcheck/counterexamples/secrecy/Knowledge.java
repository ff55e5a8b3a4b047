package org.coopcheck.counterexamples.secrecy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Action;
import org.coopcheck.model.report.ReportType;
import org.coopcheck.model.world.World;

/**
 * What an origin knows: all runs that look the same to it so far.
 *
 * @param possible the runs that differ in a secret; one if there is no secret yet
 * @param isParted whether there is one
 * @param wasTold whether the origin was told something since, the same in all
 * @param leak the type of a report that told it two things in two of them, if one did
 */
record Knowledge(
    Vector<Possible> possible, boolean isParted, boolean wasTold, Option<ReportType> leak) {

  /** At the beginning there is nothing to know. */
  static final Knowledge NONE =
      new Knowledge(
          Vector.of(new Possible(World.EMPTY, Vector.empty())), false, false, Option.none());

  /**
   * A run that the origin takes for possible.
   *
   * @param world the world that it has led to
   * @param steps its steps
   */
  record Possible(World world, Vector<Taken> steps) {

    /** The run after one more step. */
    Possible after(World next, Action action, boolean redirectsToTwins) {
      return new Possible(next, steps.append(new Taken(action, redirectsToTwins)));
    }
  }

  /**
   * A step of a run.
   *
   * @param action the step
   * @param redirectsToTwins whether servers sent whom they redirected to the twin of a page
   */
  record Taken(Action action, boolean redirectsToTwins) {}

  /** Whether the origin can tell them apart now. */
  boolean isLeak() {
    return leak.isDefined();
  }

  /** How many steps the longest of the runs has. */
  int depth() {
    return possible.map(each -> each.steps().size()).max().getOrElse(0);
  }
}
