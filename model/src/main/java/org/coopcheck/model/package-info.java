/**
 * The HTML Standard's rules on opener policies as immutable data and pure functions.
 *
 * <p>Read {@link org.coopcheck.model.world.World} for what there is, {@link
 * org.coopcheck.model.action.Action} for what can happen, and {@link
 * org.coopcheck.model.navigation.Navigation} for how a navigation goes.
 */
@NullMarked
package org.coopcheck.model;

import org.jspecify.annotations.NullMarked;
