/** Invariants of worlds, and generators of runs that try to break them. */
@NullMarked
package org.coopcheck.properties;

import org.jspecify.annotations.NullMarked;
