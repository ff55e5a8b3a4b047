/**
 * What scripts do with windows: open, name, find, reach, use and close them.
 *
 * <p>Answers "which window does this name stand for?", "whom can this document still reach?" and
 * "which properties of it can it use?". Sections: rules for choosing a navigable, window open steps,
 * the {@code WindowProxy} object, sandboxed navigation, closing. Left out: user activation (there
 * always is one, so no popup blocker), links and forms (which are written as {@code window.open()}).
 *
 * <p>Read {@link org.coopcheck.model.window.WindowOpen} and {@link
 * org.coopcheck.model.window.Access} first.
 */
@NullMarked
package org.coopcheck.model.window;

import org.jspecify.annotations.NullMarked;
