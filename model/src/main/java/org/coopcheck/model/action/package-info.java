/**
 * What can happen, and what one happening makes of a world.
 *
 * <p>Answers "what is the next world, what came of it, and which rules decided so?". {@link
 * org.coopcheck.model.action.Interpreter} is the only code that turns one world into the next; every
 * engine goes through it.
 *
 * <p>Read {@link org.coopcheck.model.action.Action} first.
 */
@NullMarked
package org.coopcheck.model.action;

import org.jspecify.annotations.NullMarked;
