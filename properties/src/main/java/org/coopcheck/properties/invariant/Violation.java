package org.coopcheck.properties.invariant;

import io.vavr.collection.Vector;
import org.coopcheck.model.world.NavigableId;

/**
 * How an invariant is violated.
 *
 * @param explanation the objects and the two facts that clash, in one sentence that needs no trace
 * @param windows the windows that it names
 */
public record Violation(String explanation, Vector<NavigableId> windows) {}
