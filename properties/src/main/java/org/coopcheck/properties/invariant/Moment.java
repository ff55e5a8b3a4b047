package org.coopcheck.properties.invariant;

import org.coopcheck.model.action.Action;
import org.coopcheck.model.http.Server;
import org.coopcheck.model.variant.Capabilities;
import org.coopcheck.model.variant.Variant;
import org.coopcheck.model.world.World;

/**
 * What an invariant looks at: a world, and the step that led to it.
 *
 * @param before the world before the step
 * @param server the servers before the step
 * @param action the step
 * @param world the world after the step
 * @param variant the rules of the run
 * @param capabilities the capabilities of the run's browser
 */
public record Moment(
    World before,
    Server server,
    Action action,
    World world,
    Variant variant,
    Capabilities capabilities) {}
