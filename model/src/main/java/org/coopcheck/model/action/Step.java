package org.coopcheck.model.action;

import org.coopcheck.model.http.Server;
import org.coopcheck.model.world.World;

/**
 * One step of a run.
 *
 * @param world the world after it
 * @param server the servers after it
 * @param outcome what came of the action
 */
public record Step(World world, Server server, Outcome outcome) {

  /** Whether the action could be done. */
  public boolean isDone() {
    return !(outcome instanceof Outcome.NotDone);
  }
}
