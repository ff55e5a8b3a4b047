/**
 * What must never happen, as values: each with its statement, who claims it, and a function that
 * finds and explains a violation.
 *
 * <p>Answers "is this world, or this step, as the standard and the design documents promise?".
 * Sources: the invariants of opener policies, the layers of groups, agent clusters and processes,
 * and the requirements on isolation.
 *
 * <p>Read {@link org.coopcheck.properties.invariant.Invariant} first, then {@link
 * org.coopcheck.properties.invariant.Invariants} for the list.
 */
@NullMarked
package org.coopcheck.properties.invariant;

import org.jspecify.annotations.NullMarked;
