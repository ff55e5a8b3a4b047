package org.coopcheck.counterexamples.observation;

import io.vavr.collection.Vector;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.scenario.Scenario;
import org.coopcheck.model.scenario.ScenarioRun;
import org.coopcheck.model.scenario.ScriptedServer;
import org.coopcheck.properties.invariant.Moment;

/** The moments of a run, which invariants look at. */
public final class Moments {
  private Moments() {}

  /**
   * @param scenario a scenario
   * @param run its run
   * @return the moment of each step
   */
  public static Vector<Moment> of(Scenario scenario, ScenarioRun run) {
    Vector<Server> servers =
        run.steps()
            .map(taken -> taken.step().server())
            .prepend(new ScriptedServer(scenario.responses()));
    return run.steps()
        .zipWith(
            servers,
            (taken, before) ->
                new Moment(
                    taken.before(),
                    before,
                    taken.action(),
                    taken.after(),
                    run.variant(),
                    run.capabilities()));
  }
}
