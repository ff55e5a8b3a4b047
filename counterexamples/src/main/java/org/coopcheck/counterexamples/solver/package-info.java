/**
 * What constraints say: whether a world can be, and whether any step from any world can break a
 * promise.
 *
 * <p>The model is never restated here. Worlds are put together from windows that the model made, and
 * every step is taken by the model.
 */
@NullMarked
package org.coopcheck.counterexamples.solver;

import org.jspecify.annotations.NullMarked;
