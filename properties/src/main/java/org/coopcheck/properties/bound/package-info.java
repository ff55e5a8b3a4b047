/**
 * Bounds: which small part of the web is looked at, and what can happen there.
 *
 * <p>Answers "what are all the steps that this world offers within the bound?". A {@link
 * org.coopcheck.properties.bound.Universe} is a fixed set of servers, each of whose URLs always
 * answers the same, and a list of steps for every world; searches and generators of random runs
 * share it.
 *
 * <p>Read {@link org.coopcheck.properties.bound.Bound} first.
 */
@NullMarked
package org.coopcheck.properties.bound;

import org.jspecify.annotations.NullMarked;
