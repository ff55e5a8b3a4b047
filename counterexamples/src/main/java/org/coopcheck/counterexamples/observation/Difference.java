package org.coopcheck.counterexamples.observation;

import io.vavr.collection.SortedSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.coopcheck.model.action.Outcome;
import org.coopcheck.model.action.Step;
import org.coopcheck.model.origin.OpaqueOrigin;
import org.coopcheck.model.policy.Swap;
import org.coopcheck.model.report.Report;
import org.coopcheck.model.scenario.ScenarioRun.Taken;
import org.coopcheck.model.world.LoadError;

/**
 * A fact in which two runs of one scenario differ after the same step.
 *
 * @param observable which kind of fact
 * @param of the label of the window, the name of the handle, or {@code ""} for the step itself
 * @param a what it is in the one run
 * @param b what it is in the other
 */
public record Difference(Observable observable, String of, String a, String b) {
  static final String ABSENT = "no such handle";

  /**
   * What one run shows after a step.
   *
   * @param step what came of the step
   * @param reports the reports that were queued in it
   * @param seen what is seen after it
   */
  public record View(Step step, Vector<Report> reports, Observation seen) {

    /** A step of a run, and what is seen after it. */
    public static View of(Taken taken, Observation seen) {
      return new View(taken.step(), taken.reports(), seen);
    }
  }

  /**
   * Windows that are closed, or were never there, differ in nothing but that; what was last seen of
   * them is no longer looked at.
   *
   * @param a one run after a step
   * @param b the other run after the same step
   * @param wanted the kinds of facts that count
   * @return the differences, in the order of their kinds, then of the labels
   */
  public static Vector<Difference> between(View a, View b, SortedSet<Observable> wanted) {
    boolean isSame =
        a.seen.equals(b.seen) && outcome(a).equals(outcome(b)) && a.reports.equals(b.reports);
    if (isSame) return Vector.empty();
    var seenA = withOpaqueOriginsNumbered(a.seen, b.seen);
    var seenB = withOpaqueOriginsNumbered(b.seen, a.seen);
    return wanted
        .toVector()
        .flatMap(
            observable ->
                switch (observable) {
                  case OUTCOME -> different(observable, "", outcome(a), outcome(b));
                  case REPORTS -> different(observable, "", reports(a), reports(b));
                  default ->
                      ofWindows(observable, seenA, seenB)
                          .appendAll(ofHandles(observable, seenA, seenB));
                });
  }

  private static Vector<Difference> different(
      Observable observable, String of, String a, String b) {
    return a.equals(b) ? Vector.empty() : Vector.of(new Difference(observable, of, a, b));
  }

  private static Vector<Difference> ofWindows(Observable observable, Observation a, Observation b) {
    return a.windows()
        .appendAll(b.windows())
        .map(WindowFacts::label)
        .distinct()
        .flatMap(
            label -> {
              var inA = a.window(label).filter(WindowFacts::isOpen);
              var inB = b.window(label).filter(WindowFacts::isOpen);
              if (inA.isEmpty() && inB.isEmpty()) return Vector.empty();
              if (observable == Observable.OPEN) {
                return different(observable, label, "" + inA.isDefined(), "" + inB.isDefined());
              }
              if (inA.isEmpty() || inB.isEmpty()) return Vector.<Difference>empty();
              return observable
                  .of(inA.get())
                  .toVector()
                  .flatMap(
                      read -> different(observable, label, read, observable.of(inB.get()).get()));
            });
  }

  private static Vector<Difference> ofHandles(Observable observable, Observation a, Observation b) {
    return a.handles()
        .appendAll(b.handles())
        .map(HandleFacts::name)
        .distinct()
        .flatMap(
            name -> {
              var inA = a.handles().find(handle -> handle.name().equals(name));
              var inB = b.handles().find(handle -> handle.name().equals(name));
              boolean isInBoth = inA.isDefined() && inB.isDefined();
              return isInBoth || observable == Observable.HANDLE
                  ? inA.orElse(inB)
                      .flatMap(observable::of)
                      .toVector()
                      .flatMap(
                          any ->
                              different(
                                  observable,
                                  name,
                                  inA.flatMap(observable::of).getOrElse(ABSENT),
                                  inB.flatMap(observable::of).getOrElse(ABSENT)))
                  : Vector.<Difference>empty();
            });
  }

  /** Opaque origins have numbers of their own in each run; here they get those of the windows. */
  private static Observation withOpaqueOriginsNumbered(Observation seen, Observation other) {
    var origins =
        seen.windows()
            .filter(
                window -> window.isOpen() && other.window(window.label()).exists(w -> w.isOpen()))
            .flatMap(window -> Vector.of(window.origin(), window.openerPolicyOrigin()))
            .filter(origin -> origin instanceof OpaqueOrigin)
            .distinct();
    return new Observation(
        seen.windows().map(window -> window.withOpaqueOriginsNumbered(origins)), seen.handles());
  }

  // Reports, as they go over the wire.

  private static String reports(View view) {
    return view.reports.isEmpty()
        ? "none"
        : view.reports.map(ReportText::of).sorted().mkString("; ");
  }

  // Outcomes, without the sentences that explain them.

  private static String outcome(View view) {
    return switch (view.step.outcome()) {
      case Outcome.NotDone notDone -> "not done";
      case Outcome.Done done -> "done";
      case Outcome.Navigated(var swap, var error) -> navigated(swap, error);
      case Outcome.Opened opened ->
          "%s, %s%s, %s"
              .formatted(
                  opened.isReturned() ? "returned" : "not returned",
                  opened.isNew() ? "new" : "chose " + opened.window(),
                  opened.isNoopener() ? ", noopener" : "",
                  navigated(opened.swap(), opened.error()));
      case Outcome.Used(var isAllowed, var why, var navigated) ->
          (isAllowed ? "allowed" : "refused")
              + navigated.map(it -> ", " + navigated(it.swap(), it.error())).getOrElse("");
      case Outcome.Found(var window) -> "found " + window.map(Object::toString).getOrElse("none");
    };
  }

  private static String navigated(Swap swap, Option<LoadError> error) {
    return "swap " + swap + error.map(why -> ", error " + why).getOrElse("");
  }
}
