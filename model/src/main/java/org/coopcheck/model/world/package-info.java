/**
 * The world: everything the browser and its windows are at one moment, as one immutable value.
 *
 * <p>Answers "who is in which browsing context group, who has which document, who can name whom?".
 * Sections: document sequences (navigables, browsing contexts, groupings) and agents of the HTML
 * Standard. Things refer to each other by ids, so links may form cycles; each fact is stored once
 * and the rest is asked by methods of {@link org.coopcheck.model.world.World}. Nothing here changes
 * a world: that is what the algorithms in the other packages are for.
 *
 * <p>Read {@link org.coopcheck.model.world.World} first.
 */
@NullMarked
package org.coopcheck.model.world;

import org.jspecify.annotations.NullMarked;
