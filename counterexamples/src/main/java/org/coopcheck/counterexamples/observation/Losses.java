package org.coopcheck.counterexamples.observation;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.coopcheck.counterexamples.observation.Difference.View;
import org.coopcheck.model.policy.OpenerPolicyValue;
import org.coopcheck.model.scenario.ScenarioRun;

/** What works in one run of some actions and no longer works in another. */
public final class Losses {
  private static final SortedSet<Observable> OF_WORLDS =
      TreeSet.of(
          Observable.HANDLE,
          Observable.CLOSED,
          Observable.OPENER,
          Observable.DOM,
          Observable.PROPERTIES,
          Observable.ISOLATED,
          Observable.ERROR,
          Observable.OPENER_POLICY,
          Observable.OPEN);

  private Losses() {}

  /**
   * @param before the run in which it works
   * @param after the run of as many steps in which it may not
   * @return what was lost: of steps, and of the world after the last one
   */
  public static Vector<Difference> between(ScenarioRun before, ScenarioRun after) {
    var seenBefore = views(before);
    var seenAfter = views(after);
    var ofSteps =
        seenBefore
            .zip(seenAfter)
            .zipWithIndex()
            .flatMap(
                pair ->
                    Difference.between(pair._1._1, pair._1._2, TreeSet.of(Observable.OUTCOME))
                        .map(
                            it ->
                                new Difference(
                                    it.observable(), "step " + (pair._2 + 1), it.a(), it.b())));
    var atTheEnd =
        seenBefore.isEmpty()
            ? Vector.<Difference>empty()
            : Difference.between(seenBefore.last(), seenAfter.last(), OF_WORLDS);
    return ofSteps.appendAll(atTheEnd).filter(Losses::isOne);
  }

  private static Vector<View> views(ScenarioRun run) {
    return run.steps().zipWith(Observation.afterEachStep(run), View::of);
  }

  private static boolean isOne(Difference difference) {
    return switch (difference.observable()) {
      case HANDLE -> difference.b().equals(Difference.ABSENT);
      case CLOSED -> difference.b().equals("true");
      case OPENER -> difference.b().equals("none");
      case DOM, ISOLATED, OPEN -> difference.b().equals("false");
      case ERROR -> difference.a().equals("none");
      case OPENER_POLICY -> isNone(difference.b()) && !isNone(difference.a());
      case PROPERTIES ->
          !Vector.of(difference.b().split(" ", -1))
              .containsAll(Vector.of(difference.a().split(" ", -1)).remove("none"));
      case OUTCOME -> isRefusal(difference.b()) && !isRefusal(difference.a());
      case GROUP,
          COOP_GROUP,
          VIRTUAL_GROUP,
          NAME,
          WHY_NOT_ISOLATED,
          EMBEDDER_POLICY,
          ORIGIN,
          SANDBOX,
          INITIAL_ABOUT_BLANK,
          AGENT_CLUSTER,
          PROCESS,
          REPORTS ->
          false;
    };
  }

  private static boolean isNone(String openerPolicy) {
    return openerPolicy.startsWith(OpenerPolicyValue.UNSAFE_NONE.token());
  }

  private static boolean isRefusal(String outcome) {
    return outcome.startsWith("not ") || outcome.startsWith("refused");
  }
}
